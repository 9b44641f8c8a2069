import { segmentsOf } from '#domain/segments.ts';
import { firstQuestionLength } from '#flow/first-text.ts';
import { type Said, saidIn, toResidents } from '#flow/said.ts';
import type { Flow } from '#flow/schema.ts';
import type { Rule } from './rule.ts';

/** Whether texts fit SMS, in English. Welsh is never failed for what its circumflexes cost, and neither is any alphabet. */
export const mustFit: Rule[] = [
  {
    id: 'first-text-too-long',
    level: 'error',
    sentence: `The first question has at most ${firstQuestionLength} characters in English, so that the first text is two SMS.`,
    fix: `shorten it to ${firstQuestionLength}`,
    check: (flow) =>
      firstQuestions(flow).flatMap(({ path, words }) => {
        const { length, forcedBy } = segmentsOf(words);
        if (forcedBy !== null || length <= firstQuestionLength) return [];
        return [
          {
            path,
            what: `the first question is ${length} characters, so the first text does not fit two SMS`,
          },
        ];
      }),
  },
  {
    id: 'costly-first-text',
    level: 'error',
    sentence: 'The first question keeps to the SMS alphabet in English.',
    fix: 'use straight quotes and plain hyphens',
    check: (flow) =>
      firstQuestions(flow).flatMap(({ path, words }) => {
        const { forcedBy } = segmentsOf(words);
        if (forcedBy === null) return [];
        return [
          { path, what: `the character ${forcedBy} makes the first text cost more than twice as much` },
        ];
      }),
  },
];

/** What word processors put for characters that every phone has, in any language. */
const typographic: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u00a0': 'a space',
};

export const fitting: Rule[] = [
  {
    id: 'costly-character',
    level: 'warning',
    sentence:
      'No single character makes a text cost more than twice as much (UCS-2) where a plain one would do.',
    fix: 'use a plain character',
    check: (flow) =>
      sent(flow)
        .filter(({ role, step, language }) => language !== 'en' || role !== 'ask' || step !== flow.steps[0])
        .flatMap(({ path, words, language }) => {
          const { forcedBy, count } = segmentsOf(words);
          const plain = forcedBy === null ? undefined : typographic[forcedBy];
          if (forcedBy === null || (plain === undefined && language !== 'en')) return [];
          const without = segmentsOf(plainly(words));
          if (without.forcedBy !== null && language !== 'en') return [];
          return [
            {
              path,
              what: `the character ${forcedBy} makes this ${count} SMS of the costlier kind`,
              fix: plain === undefined ? 'leave it out' : `write ${plain} for it`,
            },
          ];
        }),
  },
  {
    id: 'too-many-segments',
    level: 'warning',
    sentence: 'No message in English is over 3 SMS segments; the notice, which people ask for, not over 5.',
    fix: 'say less, or split it into two steps',
    check: (flow) =>
      sent(flow)
        .filter(({ language, role }) => language === 'en' && role !== 'label')
        .flatMap((said) => {
          const { count } = segmentsOf(plainly(asSent(said)));
          const most = said.role === 'privacy' ? 5 : 3;
          return count <= most
            ? []
            : [{ path: said.path, what: `this is ${count} SMS; ${most} are the most` }];
        }),
  },
];

function firstQuestions(flow: Flow): Said[] {
  return saidIn(flow).filter(
    ({ role, step, language }) => role === 'ask' && step === flow.steps[0] && language === 'en',
  );
}

function sent(flow: Flow): Said[] {
  return saidIn(flow).filter(({ role }) => toResidents.has(role));
}

function plainly(words: string): string {
  return words.replace(/[\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0]/g, (character) =>
    (typographic[character] ?? ' ').replace('a space', ' '),
  );
}

/** A question with its answers numbered below it, as a phone without buttons shows them. */
function asSent({ words, role, step, voice, language }: Said): string {
  if (role !== 'ask' || step === null || !('choices' in step)) return words;
  const labels = step.choices.map(({ label }, i) => `${i + 1} ${label[voice] ?? label[language] ?? ''}`);
  return [words, ...labels].join('\n');
}

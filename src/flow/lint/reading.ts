import { type Reading, readingOf } from '#flow/reading-age.ts';
import { saidIn, toResidents } from '#flow/said.ts';
import type { Flow } from '#flow/schema.ts';
import { sentencesOf } from './asked.ts';
import type { Found, Rule } from './rule.ts';

/** Ages in years. Leaflets for everybody are written for 9 to 11. */
const oldest = { plain: 11, easy: 9 };
const mostWords = 25;

/** Whether people can read it. English is measured; for other languages there is no measure that we know to be true. */
export const reading: Rule[] = [
  {
    id: 'reading-age',
    level: 'warning',
    sentence: `An English text can be read at ${oldest.plain}, an easy-read one at ${oldest.easy} (Flesch-Kincaid, from 25 words; the questions of a flow together).`,
    fix: 'use shorter sentences and shorter words',
    check: (flow) => [...longTexts(flow), ...questionsTogether(flow)],
  },
  {
    id: 'hard-words',
    level: 'warning',
    sentence:
      'No short English text has three hard words, easy read no two: three syllables or more, and not among the 3,000 that children know.',
    fix: 'use shorter words for some of them',
    check: (flow) =>
      saidIn(flow)
        .filter(({ language, role }) => language === 'en' && toResidents.has(role))
        .flatMap(({ path, words, easy }) => {
          const { age, hard } = readingOf(words);
          // Of a text that is long enough the reading age says more.
          if (age !== null || hard.length < (easy ? 2 : 3)) return [];
          return [{ path, what: `these words are hard: ${listed(hard)}` }];
        }),
  },
  {
    id: 'long-sentence',
    level: 'warning',
    sentence: `A sentence has at most ${mostWords} words, in every language.`,
    fix: 'make two of it',
    check: (flow) =>
      saidIn(flow)
        .filter(({ role }) => toResidents.has(role))
        .flatMap(({ path, words }) => {
          const long = sentencesOf(words).find((sentence) => sentence.split(/\s+/).length > mostWords);
          if (long === undefined) return [];
          return [{ path, what: `a sentence of ${long.split(/\s+/).length} words: "${start(long)}"` }];
        }),
  },
];

function longTexts(flow: Flow): Found[] {
  return saidIn(flow)
    .filter(({ language, role }) => language === 'en' && toResidents.has(role))
    .flatMap(({ path, words, easy }) => tooOld(readingOf(words), easy, path, 'this'));
}

/** One question is too short to measure; all of them are what somebody reads. */
function questionsTogether(flow: Flow): Found[] {
  return [false, true].flatMap((easy) => {
    const asked = saidIn(flow).filter(
      (said) => said.language === 'en' && said.role === 'ask' && said.easy === easy,
    );
    const together = asked.map(({ words }) => words).join('\n');
    return tooOld(readingOf(together), easy, ['steps'], easy ? 'easy read' : 'all questions together');
  });
}

function tooOld({ age, hard }: Reading, easy: boolean, path: readonly PropertyKey[], what: string): Found[] {
  const most = easy ? oldest.easy : oldest.plain;
  if (age === null || age <= most) return [];
  const words = hard.length === 0 ? 'its sentences are long' : `hard words: ${listed(hard)}`;
  return [{ path, what: `${what} needs a reading age of ${age}, over ${most}; ${words}` }];
}

function listed(words: readonly string[]): string {
  return words.slice(0, 6).join(', ');
}

function start(sentence: string): string {
  return `${sentence.split(/\s+/).slice(0, 6).join(' ')} ...`;
}

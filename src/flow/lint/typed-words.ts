import { normalise } from '#domain/normalise.ts';
import { keywordsOf } from '#flow/keywords.ts';
import { reservedWords } from '#flow/reserved.ts';
import { saidIn, toResidents } from '#flow/said.ts';
import type { Flow } from '#flow/schema.ts';
import type { Found, Rule } from './rule.ts';

/** Whether what a resident types does what the flow means by it. */
export const mustType: Rule[] = [
  {
    id: 'keyword-without-letter',
    level: 'error',
    sentence: 'A keyword has a letter in it.',
    fix: 'numbers answer choices: write a word',
    check: (flow) =>
      keywordsOf(flow)
        .filter(({ word }) => !/\p{L}/u.test(word))
        .map(({ path }) => ({ path, what: 'a keyword needs at least one letter' })),
  },
  {
    id: 'reserved-keyword',
    level: 'error',
    sentence: 'No keyword is a word that phones, networks or our own commands act on.',
    fix: 'use another word, or a phrase',
    check: (flow) =>
      keywordsOf(flow)
        .filter(({ word }) => reservedWords.has(word))
        .map(({ path, word }) => ({ path, what: `"${word}" cannot be a keyword: ${actedOn}` })),
  },
  {
    id: 'repeated-keyword',
    level: 'error',
    sentence: 'No keyword is there twice.',
    fix: 'keep one of the two',
    check: (flow) => {
      const words = keywordsOf(flow).map(({ word }) => word);
      return keywordsOf(flow).flatMap(({ path, word }, i) =>
        words.indexOf(word) === i ? [] : [{ path, what: `the keyword "${word}" is there twice` }],
      );
    },
  },
  {
    id: 'reserved-answer',
    level: 'error',
    sentence: 'No answer is a word that phones, networks or our own commands act on.',
    fix: 'use another word, or a phrase',
    check: (flow) =>
      labelsIn(flow)
        .filter(({ word }) => reservedWords.has(word))
        .map(({ path, word }) => ({ path, what: `"${word}" cannot be a choice: ${actedOn}` })),
  },
  {
    id: 'same-answers',
    level: 'error',
    sentence: 'The answers of a choice can be told apart.',
    fix: 'give each its own words',
    check: (flow) => {
      const labels = labelsIn(flow);
      return labels.flatMap(({ path, word, set }, i): Found[] => {
        const first = labels.findIndex((label) => label.set === set && label.word === word);
        return first === i || word === '' ? [] : [{ path, what: `two choices are called "${word}"` }];
      });
    },
  },
  {
    id: 'asks-for-a-provider-word',
    level: 'error',
    sentence: 'Nobody is asked to answer with a word that the SMS network acts on.',
    fix: 'ask for a number or for other words: networks take YES, END and their like for themselves',
    check: (flow) =>
      saidIn(flow).flatMap(({ path, words }) => {
        const [, word] =
          words.match(/\b(?:[Tt]ext|[Rr]eply)(?: with)? ["']?(yes)\b/) ??
          words.match(asksFor(`YES|UNSTOP|CANCEL|END|QUIT|INFO|REVOKE|OPTOUT|SUBSCRIBE`)) ??
          [];
        return word === undefined ? [] : [{ path, what: `it asks people to send the word ${word}` }];
      }),
  },
];

export const typing: Rule[] = [
  {
    id: 'no-keyword',
    level: 'warning',
    sentence: 'There is a word to text in every language, so that posters in it can say one.',
    fix: 'add a short word to keywords',
    check: (flow) =>
      flow.languages
        .filter((language) => (flow.keywords[language] ?? []).length === 0)
        .map((language) => ({ path: ['keywords'], what: `there is no keyword in ${language}` })),
  },
  {
    id: 'unknown-command',
    level: 'warning',
    sentence: 'Every word in capitals that people are told to text does something.',
    fix: 'use one of our commands, such as PERSON, SKIP, LATER, PRIVACY or STOP, or a keyword of this flow',
    check: (flow) => {
      const keywords = new Set(keywordsOf(flow).map(({ word }) => word));
      return saidIn(flow).flatMap(({ path, words, role }) => {
        const [, word] = words.match(asksFor('\\p{Lu}{3,}')) ?? [];
        if (word === undefined || !toResidents.has(role)) return [];
        const known = reservedWords.has(normalise(word)) || keywords.has(normalise(word));
        return known ? [] : [{ path, what: `nothing happens when somebody texts ${word}` }];
      });
    },
  },
];

const actedOn = 'phones, networks or our own commands act on it';

/** "text SKIP", "reply with YES", "tecstiwch HEPGOR": the word is the first group. */
function asksFor(words: string): RegExp {
  const verbs = '[Tt]ext|[Rr]eply|[Ss]end|[Aa]nswer|[Tt]ype|[Tt]ecstiwch|[Dd]ecstio|[Aa]tebwch|[Aa]nfonwch';
  return new RegExp(
    `(?:^|\\P{L})(?:${verbs})(?: us| back)?(?: with| gyda| â)? ["']?(${words})(?!\\p{L})`,
    'u',
  );
}

/** Labels as they are compared; those of one step in one voice share a `set`. */
function labelsIn(flow: Flow): { path: readonly PropertyKey[]; word: string; set: string }[] {
  return saidIn(flow)
    .filter(({ role }) => role === 'label')
    .map(({ path, words, step, voice }) => ({
      path,
      word: normalise(words),
      set: `${step?.id} ${voice}`,
    }));
}

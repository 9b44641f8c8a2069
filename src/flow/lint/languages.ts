import { consoleLanguages, type Language, languages } from '#domain/words.ts';
import { named } from '#flow/problems.ts';
import { isGuarded, isReviewed } from '#flow/reviewed.ts';
import { saidIn, type Written, writtenIn } from '#flow/said.ts';
import type { Flow } from '#flow/schema.ts';
import type { Rule } from './rule.ts';

/** Whether everybody reads what was written for them, and nobody reads what was never read through. */
export const mustSpeak: Rule[] = [
  {
    id: 'missing-translation',
    level: 'error',
    sentence: 'Every text is there in every language of the flow.',
    fix: 'add the text in that language',
    check: (flow) =>
      writtenIn(flow).flatMap((written) =>
        flow.languages
          .filter((language) => written.texts[language] === undefined && isNeeded(flow, written, language))
          .map((language) => ({
            path: written.path,
            what: `${named(written.path)} has no text in ${language}`,
            fix: `add ${language}: "..." below it`,
          })),
      ),
  },
  {
    id: 'first-language-unreviewed',
    level: 'error',
    sentence: 'Somebody has read everything in the first of the languages.',
    fix: 'put a reviewed language first, or add this one to reviewed when somebody who speaks it has read all of it',
    check: (flow) => {
      const [first] = flow.languages;
      if (first === undefined || isReviewed(flow, first)) return [];
      return [
        {
          path: ['languages', 0],
          what: `nobody has reviewed ${first}, the language of whoever chooses none`,
        },
      ];
    },
  },
  {
    id: 'unreviewed-notice-consent-care',
    level: 'error',
    sentence:
      'Notice, consent, care and equality questions are not written in a language that nobody has reviewed.',
    fix: 'remove it: the first reviewed language is sent instead, until somebody has read it and it is in reviewed',
    check: (flow) =>
      saidIn(flow)
        .filter((said) => flow.languages.includes(said.language))
        .filter((said) => !isReviewed(flow, said.language) && isGuarded(said))
        .map(({ path, language }) => ({
          path,
          what: `${named(path)} may not be sent, because nobody has reviewed ${language}`,
        })),
  },
  {
    id: 'easy-without-plain',
    level: 'error',
    sentence: 'An easy-read text stands beside the plain text of its language.',
    fix: 'write the plain text too, for everyone who has not asked for EASY READ',
    check: (flow) =>
      writtenIn(flow).flatMap(({ path, texts }) =>
        languages
          .filter((language) => texts[`${language}-easy`] !== undefined && texts[language] === undefined)
          .map((language) => ({
            path: [...path, `${language}-easy`],
            what: `${named(path)} has an easy-read text in ${language}, and no plain one`,
          })),
      ),
  },
];

export const speaking: Rule[] = [
  {
    id: 'unreviewed-language',
    level: 'warning',
    sentence: 'Somebody who speaks the language has read everything that residents get in it.',
    fix: 'have it read in hearback flows preview, and then add it to reviewed',
    check: (flow) =>
      flow.languages.flatMap((language, i) =>
        isReviewed(flow, language)
          ? []
          : [
              {
                path: ['languages', i],
                what: `nobody has reviewed ${language}: notice, consent and care are sent in another language`,
              },
            ],
      ),
  },
  {
    id: 'language-not-offered',
    level: 'warning',
    sentence: 'No text is in a language that the flow does not offer.',
    fix: 'add the language to languages, or remove the text',
    check: (flow) =>
      saidIn(flow)
        .filter(({ language }) => !flow.languages.includes(language))
        .map(({ path, language }) => ({ path, what: `${language} is not among the languages of this flow` })),
  },
];

/** Officers and the public page read themes, and they read the console's languages. */
function isNeeded(flow: Flow, written: Written, language: Language): boolean {
  if (written.role === 'theme') return consoleLanguages.some((one) => one === language);
  return isReviewed(flow, language) || !isGuarded(written);
}

import { isReviewed } from '#flow/reviewed.ts';
import { saidIn } from '#flow/said.ts';
import type { Flow } from '#flow/schema.ts';
import type { Found, Rule } from './rule.ts';

/** Without cover hours nobody would know when a person reads what may be urgent. */
export const mustCare: Rule[] = [
  {
    id: 'no-cover-hours',
    level: 'error',
    sentence: 'A flow says at which hours a person reads what may be urgent.',
    fix: 'write the days and hours, for example "Monday to Friday, 9am to 5pm, not bank holidays"',
    check: (flow) =>
      saidIn(flow)
        .filter(({ role, words }) => role === 'cover' && !/\p{N}/u.test(words))
        .map(({ path }) => ({ path, what: 'cover names no hours' })),
  },
];

const residents =
  /(?<!\p{L})(?:residents?|neighbours?|volunteers?|[bp]h?reswyl\p{L}*|[dt]h?rigol\p{L}*|[cg]h?ymdog\p{L}*|g?wirfoddol\p{L}*)/iu;
const withoutResidents = inNotices((words) =>
  residents.test(words) ? null : 'nothing here says that residents read what people say',
);

/** What a notice must hold (UK GDPR Articles 13 and 14), as words to look for: English, Welsh. */
export const notice: Rule[] = [
  {
    id: 'no-notice',
    level: 'warning',
    sentence: 'The privacy text is a notice: what you do with what people tell you, in more than a line.',
    fix: 'say who reads it, what for, how long you keep it, and what people can ask of you',
    check: inNotices((words) =>
      words.split(/\s+/).length >= 15 ? null : 'this is too short to be a notice',
    ),
  },
  lacking('no-way-to-stop', 'tells people how to stop: STOP', 'that texting STOP stops it', /\bSTOP\b/),
  lacking(
    'notice-without-rights',
    'says that people can see, correct and delete what you hold',
    'that they can ask to see, correct or delete it, and how: text PERSON',
    /\b(?:correct|delete|erase|remove|cywiro|dileu|ddileu)/i,
  ),
  lacking(
    'notice-without-an-end',
    'says how long you keep what people tell you',
    'after how many months or years you delete it',
    /\b(?:days?|weeks?|months?|years?|diwrnod|wythnos|mis|misoedd|blynedd|flynedd|mlynedd|blwyddyn|flwyddyn)\b/i,
  ),
  lacking(
    'notice-without-complaint',
    'says to whom people can complain',
    'that they can complain to the data protection regulator, on 0303 123 1113',
    /complain|[cg]wyno|cwyn|gŵyn|chwyn/i,
  ),
  lacking(
    'notice-without-computer',
    'says that a computer helps to sort the answers, and that a person checks',
    'that a computer helps to sort answers and a person checks them',
    /computer|machine|automat|cyfrifiadur|peiriant|awtomatig/i,
  ),
  {
    id: 'notice-without-residents',
    level: 'warning',
    sentence: 'Where resident reviewers read what people say, the privacy text tells them so.',
    fix: 'add that some residents help to read it, without names or numbers',
    check: (flow) => (flow.residentReviewers ? withoutResidents(flow) : []),
  },
];

function lacking(id: string, says: string, add: string, found: RegExp): Rule {
  return {
    id,
    level: 'warning',
    sentence: `The privacy text ${says}.`,
    fix: `add ${add}`,
    check: inNotices((words) => (found.test(words) ? null : `nothing here ${says}`)),
  };
}

/** The plain notices in languages that these rules can read. */
function inNotices(judge: (words: string) => string | null): (flow: Flow) => Found[] {
  return (flow) =>
    saidIn(flow)
      .filter(({ role, voice }) => role === 'privacy' && (voice === 'en' || voice === 'cy'))
      .filter(({ language }) => isReviewed(flow, language))
      .flatMap(({ path, words }) => {
        const what = judge(words);
        return what === null ? [] : [{ path, what }];
      });
}

import { openQuestions, sentencesOf } from './asked.ts';
import type { Rule } from './rule.ts';

const asksIn = {
  en: /\?$|^(?:please )?(?:tell|describe|say|share|explain)\b/i,
  cy: /\?$|^(?:dywedwch|dwedwch|disgrifiwch|soniwch|rhannwch|esboniwch)\b/i,
};
const joined = {
  en: /\b(?:and|or) (?:(?:also|then) )?(?:what|how|who|where|when|which|do|does|did|are|is|would|should|could|have|tell|describe)\b(.*)/i,
  cy: /\b(?:a|ac|neu) (?:beth|sut|pwy|ble|pryd|pa|oes|ydych|hoffech|dywedwch|disgrifiwch)\b(.*)/iu,
};
/** What goes back to the first half, so that the second follows from it: "who, and how could we reach them". */
const refersBack = {
  en: /\b(?:it|its|them|they|that|this|those|these|there|then|one|back|so|not)\b|n't\b/i,
  cy: /(?:iddynt|nhw|hynny|hyn|yno|wedyn|arnynt|ohono|ohoni|ganddynt|cyrraedd|ôl|iddo|iddi|ddim|nad)/i,
};
const judged =
  /\b(?:think (?:of|about)|feel about|rate|happy with|like about|find) (?:the |our |your |local )?[\w'-]+(?: [\w'-]+){0,2} and (?:the |our |your |local )?[\w'-]+/i;

/**
 * A question and one that follows from it are one breath: "Tell us about getting there. What makes it easy or hard?"
 * Two that could stand alone are two questions, and people answer the second. Easy read cuts one long question into
 * short ones, so it may have one more.
 */
export const double: Rule[] = [
  {
    id: 'double-question',
    level: 'warning',
    sentence: 'An open question asks one thing, and at most one more that follows from it.',
    fix: 'ask the second in a step of its own',
    check: (flow) =>
      openQuestions(flow).flatMap(({ path, words, language, easy }) => {
        if (language !== 'en' && language !== 'cy') return [];
        const asks = sentencesOf(words).filter((sentence) => asksIn[language].test(sentence));
        const marks = asks.filter((sentence) => sentence.endsWith('?'));
        const apart = marks.length > 1 && !refersBack[language].test(marks.at(-1) ?? '');
        if (asks.length > (easy ? 3 : 2) || (apart && !easy))
          return [{ path, what: `this asks ${Math.max(asks.length, 2)} things at once` }];
        const [both, second] = words.match(joined[language]) ?? [];
        if (both !== undefined && !refersBack[language].test(second ?? ''))
          return [{ path, what: `"${both}" asks a second thing` }];
        const [two] = (language === 'en' ? words.match(judged) : null) ?? [];
        return two === undefined ? [] : [{ path, what: `"${two}" asks about two things at once` }];
      }),
  },
];

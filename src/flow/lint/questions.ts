import { saidIn } from '#flow/said.ts';
import { openQuestions, saysOneOf, sentencesOf } from './asked.ts';
import type { Rule } from './rule.ts';

const mostWords = 35;

/** How a question begins that a nod would answer. Also after a comma: "When you go there, do you feel safe?" */
const closed = {
  en: /(?:^|^(?!(?:what|how|who|why|which|tell)\b).*, |^and |^or |^so |^but )(?:do|does|did|are|is|am|was|were|have|has|had|will|would|can|could|should|shall|may|might|don't|doesn't|didn't|aren't|isn't|wasn't|haven't|won't|wouldn't|couldn't|shouldn't)(?: not)? (?:you|we|i|it|they|there|he|she|this|that|the|these|those|your|our|any|people|anyone|everyone)\b/i,
  cy: /(?:^|, )(?:a |ac |neu )?(?:oes|ydy|ydi|yw|ydych|ydyn|oedd|oeddech|fydd|bydd|fyddech|fyddwch|hoffech|hoffwch|allwch|gallwch|allech|gawsoch|gewch|wnaethoch|wnewch|aethoch|fuoch|ddylai|ddylem|dylai|dylem|oeddet|wyt|dach)(?: (?:chi|ti|ni|yna|yno|'na|unrhyw|y|yr|eich|rhywun|pobl))?\b/i,
};

/** The same as an invitation: "Tell us if you use the bus." */
const whether = {
  en: /^(?:please )?(?:tell|let) us (?:know )?(?:if|whether)\b/i,
  cy: /^(?:dywedwch|dwedwch)(?: wrthym| wrthon ni)? (?:os|a ydych|a oes|a fyddech|a yw)\b/i,
};

const leading = {
  en: new RegExp(
    [
      "\\b(?:don't|wouldn't|isn't|aren't|doesn't|didn't|shouldn't|haven't|won't) (?:you|we|it|they|there|this|that)\\b",
      '\\b(?:do|would) you (?:not )?agree\\b|\\bagree that\\b',
      '\\bhow (?:much )?(?:better|worse|safer|easier|nicer|cleaner|happier|more|less)\\b',
      '\\bhow (?:good|great|bad|poor|useful|helpful|happy|satisfied|pleased|angry|worried|concerned|frustrated|safe|unsafe|dirty|important)\\b',
      '\\b(?:surely|obviously|clearly|of course|everyone knows|as we all know|we all want|most people|like many)\\b',
      '\\bwhat (?:problems?|difficult(?:y|ies)|issues?|concerns|improvements?|benefits?|mistakes) (?:do|did|have|has|are|were|will|with)\\b',
      '\\bwhy (?:do|does|did|is|are|was|were|have) .*\\b(?:so|such|always|never)\\b',
      "\\bwhy (?:don't|haven't|didn't|won't) you\\b",
      '\\b(?:our|the) (?:excellent|great|fantastic|award-winning|successful|much-loved|wonderful|exciting)\\b',
      '\\bwe have (?:already )?(?:improved|invested|listened)\\b',
    ].join('|'),
    'i',
  ),
  cy: new RegExp(
    [
      '\\bonid\\b|\\boni fyddech\\b|\\bydych chi ddim yn meddwl\\b|\\bcytuno\\b',
      '\\bpa mor (?:dda|wael|hapus|fodlon|anfodlon|anhapus|ddefnyddiol|bwysig|ddiogel|frwnt|fudr)\\b',
      '\\b(?:faint gwell|faint gwaeth|wrth gwrs|yn amlwg|mae pawb yn gwybod|y rhan fwyaf o bobl)\\b',
    ].join('|'),
    'i',
  ),
};

const invites = {
  en: /\b(?:tell|describe|say|share|explain|show|think of|talk)\b/i,
  cy: /\b(?:dywedwch|dwedwch|disgrifiwch|soniwch|rhannwch|esboniwch|meddyliwch|dangoswch|siaradwch)\b/i,
};

/** Whether open questions are open. In English and in Welsh: in other languages somebody must read them for it. */
export const questions: Rule[] = [
  {
    id: 'closed-question',
    level: 'warning',
    sentence: 'An open question cannot be answered with yes or no.',
    fix: 'begin with "Tell us about", or with what, how, who or where; or make it a choice',
    check: (flow) =>
      openQuestions(flow).flatMap(({ path, words, language }) => {
        if (language !== 'en' && language !== 'cy') return [];
        const nod = sentencesOf(words).find(
          (one) => (one.endsWith('?') && closed[language].test(one)) || whether[language].test(one),
        );
        return nod === undefined ? [] : [{ path, what: `"${nod}" can be answered with yes or no` }];
      }),
  },
  {
    id: 'leading-question',
    level: 'warning',
    sentence: 'A question does not say which answer we would like.',
    fix: 'ask what it is like, and leave it to people whether that is good or bad',
    check: (flow) =>
      saysOneOf(
        saidIn(flow).filter(({ role }) => role === 'ask' || role === 'probe'),
        leading,
        (said) => `"${said}" leads people to an answer`,
      ),
  },
  {
    id: 'no-question',
    level: 'warning',
    sentence: 'An open question asks or invites.',
    fix: 'ask a question, or begin with "Tell us about"',
    check: (flow) =>
      openQuestions(flow)
        .filter(({ words, language }) => {
          if (language !== 'en' && language !== 'cy') return false;
          return !words.includes('?') && !invites[language].test(words);
        })
        .map(({ path }) => ({ path, what: 'nothing is asked here' })),
  },
  {
    id: 'long-question',
    level: 'warning',
    sentence: `A question has at most ${mostWords} words.`,
    fix: 'ask for one thing, and leave out why you ask',
    check: (flow) =>
      saidIn(flow)
        .filter(({ role }) => role === 'ask' || role === 'probe')
        .filter(({ words }) => words.split(/\s+/).length > mostWords)
        .map(({ path, words }) => ({ path, what: `this question has ${words.split(/\s+/).length} words` })),
  },
  {
    id: 'asks-who-they-are',
    level: 'warning',
    sentence:
      'No question asks who somebody is: we do not need to know, and what we do not hold cannot leak.',
    fix: 'leave it out; an area or an age band can be a choice, and PERSON lets people be rung',
    check: (flow) =>
      saysOneOf(
        openQuestions(flow),
        {
          en: /\byour (?:full |first |last |home |e-?mail |phone |mobile |nhs |national insurance )*(?:name|address|postcode|post code|date of birth|number|email)\b/i,
          cy: /\b(?:eich|ych) (?:enw|cyfeiriad|cod post|dyddiad geni|rhif|e-bost)\b/i,
        },
        (said) => `"${said}" asks who somebody is`,
      ),
  },
  {
    id: 'asks-for-details-of-others',
    level: 'warning',
    sentence: 'Nobody is asked for the name or number of somebody else, who was never asked.',
    fix: 'ask how we could reach them; the invitation can be passed on',
    check: (flow) =>
      saysOneOf(
        openQuestions(flow),
        {
          en: /\b(?:their|his|her|someone's|somebody's) (?:full |phone |mobile |e-?mail )*(?:names?|numbers?|address(?:es)?|emails?)\b/i,
          cy: /\b(?:eu|ei) (?:henwau?|henw|rhif(?:au)?|cyfeiriad(?:au)?|e-bost)\b/i,
        },
        (said) => `"${said}" asks for what is somebody else's`,
      ),
  },
];

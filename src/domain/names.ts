import { wordsOf } from './wordsOf.ts';

/** Shorter parts of a name are in too many words to say anything by themselves. */
const SHORTEST = 3;

/** Names that are words as well: one of these alone says little unless somebody has written it as a name. */
const words = new Set(
  `the and will may can you for not our day long young park street road hope grant rose mark bill art dean hall green
  brown white black king price wood woods hill field banks bank shop lane church bishop law may june april pat sue dawn
  joy faith ray rich reed page best good power bush ford lake rivers marsh moss stone waters winter summer summers
  cook baker taylor mason cooper fisher hunter singer potter porter sharp small short little strong wise bright case
  bell cross dale glen guy jack nick rob victor gene penny poppy daisy holly ivy olive amber ruby pearl crystal grace
  major judge love lamb wolf fox bird crow cole frost snow storm gale drew chase chance miles per les den dan
  west east north south english french walsh welsh scott officer reviewer`.split(/\s+/),
);

/** Of these, what things are called: a park is closed, a bill is wrong. */
const things = new Set(
  `park street road hope grant bill art hall green brown white black price wood woods hill field banks bank shop lane
  church law page power bush ford lake rivers marsh moss stone waters winter summer summers cross dale glen case bell
  may june april dawn day penny poppy daisy holly ivy olive amber ruby pearl crystal storm snow frost gale chance miles
  judge love joy faith ray reed best good long short little small`.split(/\s+/),
);

/** Short names that are in every text: "He was rude" is about nobody called He. */
const functionWords = new Set(
  'an am as at be by do go ha he hi if in is it me my no of oh ok on or so to up us we the and for not our you'.split(
    ' ',
  ),
);

const before = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'cllr', 'councillor']);

export function isWordToo(part: string): boolean {
  return words.has(part);
}

export function isThing(part: string): boolean {
  return things.has(part);
}

export function isFunctionWord(part: string): boolean {
  return functionWords.has(part);
}

/** What somebody may be addressed by before their last name. */
export function isTitle(word: string): boolean {
  return before.has(word) || word === 'officer' || word === 'warden';
}

/** A name as the words of a text are compared. */
export interface NameForms {
  /** All of it but initials and titles. */
  all: readonly string[];
  /** The first and the last part that say something by themselves; one where there is one, none where they are short. */
  alone: readonly string[];
  /** Of a double-barrelled name, each part that says something by itself. */
  barrels: readonly string[];
}

export function formsOf(name: string): NameForms {
  const all = partsOf(name);
  const long = all.filter(saysSomething);
  return {
    all,
    alone: [...new Set([long[0], long.at(-1)])].filter((form) => form !== undefined),
    barrels: name
      .split(/\s+/)
      .filter((part) => partsOf(part).length > 1)
      .flatMap(partsOf)
      .filter(saysSomething),
  };
}

function partsOf(name: string): string[] {
  return wordsOf(name)
    .map(({ form }) => form)
    .filter((form) => form.length > 1 && !before.has(form));
}

function saysSomething(form: string): boolean {
  return form.length >= SHORTEST;
}

/** Shorter parts of a name are in too many words to say anything. */
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

export function isWordToo(part: string): boolean {
  return words.has(part);
}

/** The first and the last part of a name, in lower case; one where there is one, none where they are too short. */
export function partsOfName(name: string): string[] {
  const parts = name
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part.length >= SHORTEST);
  return [...new Set([parts[0], parts.at(-1)])].filter((part) => part !== undefined);
}

const apostrophes = /[\u2018\u2019\u201b\u0060\u00b4\u02bc\u2032\uff07]/gu;
/** Soft hyphens, joiners, direction marks, variation selectors, keycap frames and blanks that count as letters: seen by nobody, typed by phones. */
const invisible = /\p{Cf}|\p{Me}|\p{Variation_Selector}|[\u115f\u1160\u3164\uffa0]/gu;
const notWords = /[^\p{L}\p{M}\p{N}']+/gu;
const looseApostrophes = /(?<![\p{L}\p{M}\p{N}])'+|'+(?![\p{L}\p{M}\p{N}])/gu;

/**
 * What a message is compared as: compatibility forms folded, lower case, no punctuation, emoji or invisible
 * characters, single spaces, straight apostrophes inside words only. Never stored and never shown.
 */
export function normalise(text: string): string {
  if (text !== latest.text) latest = { text, normalised: fold(text) };
  return latest.normalised;
}

/** Commands, phrases and answers are all looked for in the same message, one after the other. */
let latest = { text: '', normalised: '' };

function fold(text: string): string {
  return text
    .replace(apostrophes, "'")
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(notWords, ' ')
    .replace(looseApostrophes, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

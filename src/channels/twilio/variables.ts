/** WhatsApp takes 1,024 characters of a body in all; three variables and an approved frame must fit. */
const maxVariable = 300;

/** What stands in place of nothing: Twilio refuses an empty variable. */
const nothing = '-';

/**
 * A value that Twilio will take: never empty, no newline, no tab, no run of spaces, never too long (21656, 21658).
 * https://www.twilio.com/docs/api/errors/21656
 */
function variable(value: string, max = maxVariable): string {
  const flat = value
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  if (flat === '') return nothing;
  const characters = Array.from(flat);
  return flat.length <= max ? flat : `${cut(characters, max - 1).trimEnd()}…`;
}

/** Twilio's form of them: a JSON object by number. */
export function contentVariables(values: readonly string[], max?: number): string {
  return JSON.stringify(
    Object.fromEntries(values.map((value, index) => [String(index + 1), variable(value, max)])),
  );
}

/** By whole characters, so that half of one never stands at the end. */
function cut(characters: string[], max: number): string {
  let text = '';
  for (const character of characters) {
    if (text.length + character.length > max) break;
    text += character;
  }
  return text;
}

import type { Span } from '#theming/evidence.ts';
import { noNames } from './nameWords.ts';
import { officeWords, roles, surnames } from './officeWords.ts';

const part = "\\p{Lu}[\\p{L}\\p{M}'’-]{0,30}\\p{Ll}\\p{M}*";
const between = ' (?:(?:van|de|der|al|el|bin|ap|ab|ferch|von) )?';
/** Any longer and it is a title. */
const row = `(?:\\p{Lu}\\. ?)?${part}(?:${between}(?:${part}|\\p{Lu}\\.)){0,4}`;
const start = '(?<![\\p{L}\\p{M}\\p{N}])';
const end = '(?![\\p{L}\\p{M}\\p{N}])';

/** Before a name, but before offices and firms as often. */
const asks =
  '(?:call|phone|ring|contact|e-?mail|text|message|ask(?: for)?|write to|speak (?:to|with)|talk to|get in touch with|thanks to|thank you to|grateful to|according to|ffoniwch|cysylltwch (?:â|ag)|cysylltu (?:â|ag)|e-?bostiwch|anfonwch e-?bost at|ysgrifennwch at|siaradwch (?:â|ag)|gofynnwch (?:am|i)|(?:diolch|diolchwn|diolchwyd)(?: yn fawr)? i|yn ôl|dywedodd|meddai|soniodd|gofynnodd|awgrymodd|eglurodd) (?:y )?';
const asked = new RegExp(`${start}${asks}`, 'giu');
const said = new RegExp(
  `${start}(${row}) (?:(?:has |have |had |also )?(?:told|said|says|asked|wrote|suggested|explained|complained|reported|pointed out|raised|emailed|rang|phoned)|sy'n dweud|a ddywedodd)${end}`,
  'gu',
);
const rowAt = new RegExp(`${row}${end}`, 'uy');
const rows = new RegExp(`${start}${part}(?:${between}${part}){1,4}${end}`, 'gu');
/** A number that is hidden already. */
const numberNext = /(?:'s)? (?:on|at|ar) ?\ufffc/y;

/** Two words or more that somebody is to be reached by, or thanked or told of by; one where their number is beside it. */
export function fullNamesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(asked)) {
    const at = match.index + match[0].length;
    rowAt.lastIndex = at;
    const words = rowAt.exec(text)?.[0];
    if (words === undefined) continue;
    numberNext.lastIndex = at + words.length;
    found.push(...personIn(at, words, { fewest: numberNext.test(text) ? 1 : 2 }));
  }
  for (const { 1: words = '', index } of text.matchAll(said)) found.push(...personIn(index, words));
  return found;
}

/** Any two words with capitals in a row that say no office, scheme or place that we know of. */
export function capitalisedRowsIn(text: string): Span[] {
  return [...text.matchAll(rows)].flatMap(({ 0: words, index }) =>
    personIn(index, words, { isAsked: false }),
  );
}

/** Without what begins the sentence and what somebody is; none where an office is named. */
function personIn(at: number, words: string, { isAsked = true, fewest = 2 } = {}): Span[] {
  let parts = words.split(' ');
  const formOf = (word: string) => word.toLowerCase().replace(/['’](?:m|ve|ll|d|s|re)$|\.$/u, '');
  const role = parts.findLastIndex((word) => roles.has(formOf(word)));
  parts = parts.slice(role + 1);
  const [first = '', last = ''] = parts.map(formOf);
  // Whoever is to be rung is Sarah Hall; in other rows it may be Mill Lane.
  const isSurname = isAsked && parts.length === 2 && surnames.has(last) && !officeWords.has(first);
  if (!isSurname && parts.some((word) => officeWords.has(formOf(word)))) return [];
  while (parts.length > 0 && noNames.has(formOf(parts[0] ?? ''))) parts.shift();
  if (parts.filter((word) => /^\p{Lu}/u.test(word)).length < fewest) return [];
  const person = parts.join(' ');
  const start = at + words.length - person.length;
  return [{ start, end: start + person.replace(/['’]s$/u, '').length }];
}

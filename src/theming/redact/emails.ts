import type { Span } from '#theming/evidence.ts';

const character = "[\\p{L}\\p{M}\\p{N}._%+'-]";
// Each pattern can begin only where a word does, and what goes before the @ has a longest length: else a text of one
// letter again and again would be read from each of its places to its end.
const local = `(?<!${character})${character}{1,64}`;
const label = '[\\p{L}\\p{M}\\p{N}-]{1,63}';
const dot = '(?: ?\\. ?| ?[([{] ?(?:dot|\\.) ?[)\\]}] ?| dot )';
const at = '(?: ?@ ?| ?[([{] ?(?:at|@) ?[)\\]}] ?|[([{]a[)\\]}])';
const ending = '(?:com|org|net|uk|co|wales|cymru|scot|info|me|eu|pl|ro|io|email|example)(?![\\p{L}\\p{N}])';

const plain = new RegExp(`(?<!${character})${character}+@${label}(?:\\.${label})+`, 'gu');
const spelled = new RegExp(`${local}${at}${label}(?:${dot}${label}){0,3}${dot}${ending}`, 'giu');
/** " at " is said of places too: only before a domain that ends as domains do. */
const said = new RegExp(
  `${local}(?: dot ${character}{1,64}){0,3} at ${label}(?:(?:\\.| dot )${label}){0,3}(?:\\.| dot )${ending}`,
  'giu',
);
/** Without any sign, only behind a name at one of the hosts that everybody knows. */
const bare = new RegExp(
  `${local} (?:gmail|googlemail|hotmail|yahoo|ymail|outlook|icloud|aol|btinternet|protonmail)(?: ?\\. ?| dot | )(?:com|co(?: ?\\. ?| dot | )uk|org|net)(?![\\p{L}\\p{N}])`,
  'giu',
);
const noName =
  /^(?:\p{L}{1,3}|(?:use|using|used|with|from|your|their|have|need|like|want|that|this|into|both|only|than|then|when|call|called|e-?mail|e-?mails|mail|account|accounts|address|free|microsoft|google|apple|open|check|checking|visit|website|site|over|work|works|under|via|about|through|contact|search|searching)) /iu;
const noAddress =
  /^(?:look\p{L}*|e-?mail|mail|contact|us|is|am|are|was|be|found|find|see|seen|read|website|site|page|online|it|that|me|info|on|up|stop|meet) at | at www(?:\.| dot )/iu;

const hasSigns = /[@()[\]{}]/;

/** E-mail addresses, also such as are written to be read by people: "name (at) example dot com". */
export function emailsIn(text: string): Span[] {
  const found = text.includes('@') ? spans(text, plain) : [];
  if (hasSigns.test(text)) found.push(...spans(text, spelled));
  if (/ at /i.test(text))
    found.push(...spans(text, said).filter(({ start, end }) => !noAddress.test(text.slice(start, end))));
  if (/ (?:g|google|hot|y|proton)mail| yahoo| outlook| icloud| aol| btinternet/i.test(text))
    found.push(...spans(text, bare).filter(({ start, end }) => !noName.test(text.slice(start, end))));
  return found;
}

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

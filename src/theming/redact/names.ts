import type { Span } from '#theming/evidence.ts';
import { fullNamesIn } from './fullNames.ts';
import { capitalised, cues, signatures, turned } from './nameCues.ts';
import { noNames } from './nameWords.ts';

const lineEnds = /[ .,!x]{0,6}(?:\n|$)/y;

/**
 * What may be people's names, by the words around them. There is no list of names, so that nobody's is forgotten; and
 * no certainty, so a person confirms each.
 */
export function namesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { after: words, reads } of cues) {
    for (const match of text.matchAll(words)) {
      const at = match.index + match[0].length;
      if (!isShouting(match[0], text.slice(at, at + 3))) found.push(...readAt(text, at, reads));
    }
  }
  for (const { after: words, reads } of signatures) {
    for (const match of text.matchAll(words)) {
      const [signed] = readAt(text, match.index + match[0].length, reads);
      if (signed !== undefined && endsLine(text, signed.end)) found.push(signed);
    }
  }
  for (const { 1: words = '', index } of text.matchAll(turned)) found.push(...kept(text, index, words));
  for (const one of fullNamesIn(text)) found.push(one, ...andOther(text, [one]));
  return found;
}

/** "IM DISGUSTED", "MS problem": in capitals a name looks like any other word, unless it is asked for by name. */
function isShouting(words: string, next: string): boolean {
  if (/name|numesc|enw|nazywam/i.test(words) || /\p{Ll}/u.test(words) || !/\p{Lu}{2}/u.test(words))
    return false;
  return !/^\p{Lu}\p{Ll}/u.test(next);
}

function endsLine(text: string, at: number): boolean {
  lineEnds.lastIndex = at;
  return lineEnds.test(text);
}

function readAt(text: string, at: number, reads: readonly RegExp[]): Span[] {
  for (const read of reads) {
    read.lastIndex = at;
    const words = read.exec(text)?.[0];
    const spans = words === undefined ? [] : kept(text, at, words);
    if (spans.length > 0) return [...spans, ...onNextLine(text, spans), ...andOther(text, spans)];
  }
  return [];
}

const nextLine = /\n(\p{Lu}[\p{L}\p{M}'-]{1,30})[ .,!]{0,3}(?:\n|$)/uy;

/** "I am Rowan", and on the next line nothing but "Price". */
function onNextLine(text: string, [one]: Span[]): Span[] {
  nextLine.lastIndex = one?.end ?? text.length;
  if (one === undefined || / /.test(text.slice(one.start, one.end))) return [];
  const words = nextLine.exec(text)?.[1];
  return words === undefined ? [] : kept(text, one.end + 1, words);
}

const and = /,? (?:and|&|a|ac|i|și|si|আর|এবং|اور) /uy;

/** "Ava and Noah". */
function andOther(text: string, [one]: Span[]): Span[] {
  and.lastIndex = one?.end ?? text.length;
  if (!and.test(text)) return [];
  const at = and.lastIndex;
  capitalised.lastIndex = at;
  return kept(text, at, capitalised.exec(text)?.[0] ?? '');
}

const titleWord = /^(?:mr|mrs|ms|miss|mx|dr|prof|cllr|councillor|rev|sir)\.?$/i;
/** After a name in Bengali or Urdu. */
const notOfName = new Set([
  'ہے',
  'ہیں',
  'آমি',
  'আমি',
  'হলো',
  'এবং',
  'আর',
  'بہت',
  'اور',
  'میں',
  'نے',
  'کو',
  'খুব',
  'একজন',
  'এই',
]);

/** Up to the first word that is in no name; none where that is the first. */
function kept(text: string, start: number, words: string): Span[] {
  const parts = words.split(' ');
  let from = start;
  while (parts.length > 1 && titleWord.test(parts[0] ?? '')) from += (parts.shift() ?? '').length + 1;
  let end = from;
  for (const [place, one] of parts.entries()) {
    const bare = one.replace(/\.$/, '');
    if (
      noNames.has(bare.toLowerCase().replace(/'(?:m|ve|ll|d|s|re)$/, '')) ||
      titleWord.test(one) ||
      notOfName.has(one)
    )
      break;
    end = from + parts.slice(0, place + 1).join(' ').length;
  }
  const found = text.slice(from, end);
  // The full stop of an initial belongs to it; that of a sentence does not.
  if (/\p{L}{2,}\.$/u.test(found)) end -= 1;
  // One letter, or the same one again and again, says nobody's name.
  return end > from && !/^(\p{L})\1*\.?$/iu.test(found) && /\p{L}/u.test(found) ? [{ start: from, end }] : [];
}

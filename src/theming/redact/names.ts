import type { Span } from '#theming/evidence.ts';
import { noNames, relations, relationsPolish, relationsRomanian, relationsWelsh } from './nameWords.ts';

const part = "\\p{Lu}(?:[\\p{L}\\p{M}'-]{0,30}\\p{L}\\p{M}*|\\.)?";
const name = `${part}(?: (?:(?:van|de|der|al|el|bin|ap|ab|ferch|von) )?${part}){0,3}`;
const before = '(?<![\\p{L}\\p{M}\\p{N}])';
const after = '(?![\\p{L}\\p{M}\\p{N}])';

const capitalised = new RegExp(`${name}${after}`, 'uy');
/** Where only a name can follow, people often leave out the capital. */
const small = new RegExp(`\\p{Ll}[\\p{L}\\p{M}'-]{1,30}${after}`, 'uy');
/** A script without capitals. */
const other = /[\u0600-\u06ff\u0980-\u09ff]{2,20}(?: [\u0600-\u06ff\u0980-\u09ff]{2,20})?(?![\p{L}\p{M}])/uy;

interface Cue {
  after: RegExp;
  reads: RegExp[];
}

const cue = (words: string, ...reads: RegExp[]): Cue => ({
  after: new RegExp(`${before}(?:${words})`, 'giu'),
  reads,
});

const titles =
  '(?:mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|rev|reverend|sir|dame|imam|nurse|pc|pcso|sgt|bnr|bns|y parch|pan|pani|pana|panią|dl|dna|domnul|doamna)\\.? ';
const is = "(?: is| was|,| called| named|'s name is)?,? ";

const cues: Cue[] = [
  cue(titles, capitalised),
  cue('(?:mr|mrs|dr|cllr)\\.? ', small),
  cue("my name(?:'?s| is|:)? |my names ", capitalised, small),
  cue(
    "i'?m |i am |call me |ask for |it'?s |this is |(?:a|an|the) (?:man|woman|lady|girl|boy|guy|bloke|lad) (?:called|named) |named |called ",
    capitalised,
  ),
  cue(
    '(?:spoke|speak|spoken|talked|talk|chatted) (?:to|with) |email(?:ed)? from |letter from |thank |tell |contact: ?',
    capitalised,
  ),
  cue(`(?:my|our|his|her|their|the) (?:${relations})${is}(?:(?:dr|mr|mrs|ms|miss)\\.? )?`, capitalised),
  cue('(?:aunt|aunty|auntie|uncle|nana|grandad|grandma) ', capitalised),
  cue('fy enw i? ?(?:yw|ydy|ydi) |fy enw ydi ', capitalised, small),
  cue(`(?:fy|ei|eu|ein) (?:${relationsWelsh}),? (?:yw |ydy )?`, capitalised),
  cue('nazywam się |nazywam sie |mam na imi[ęe] ', capitalised, small),
  cue('jestem ', capitalised),
  cue(`(?:mój|moj|moja|mojego|mojej|nasz|nasza) (?:${relationsPolish}),? `, capitalised),
  cue('m[ăa] numesc |m[ăa] cheam[ăa] |numele meu (?:este|e) ', capitalised, small),
  cue('sunt ', capitalised),
  cue(`(?:${relationsRomanian}) (?:meu|mea|nostru|noastră),? `, capitalised),
  cue('(?:আমার|আমাদের) (?:নাম|ছেলে|মেয়ে|স্বামী|স্ত্রী|মা|বাবা|ভাই|বোন|প্রতিবেশী|ডাক্তার) (?:হলো |হল )?', other),
  cue('(?:ডাঃ|ডা\\.|ডাক্তার|মিসেস|মিস্টার|জনাব|মিঃ) ', other),
  cue('(?:میرا|میری|ہمارا|ہماری) (?:نام|بیٹا|بیٹی|شوہر|بیوی|پڑوسی|بھائی|بہن|ڈاکٹر) ', other),
  cue('(?:ڈاکٹر|مسٹر|مسز|جناب|محترمہ) ', other),
];

const closing =
  '(?:(?:kind|best|warm|many|with) )?(?:regards|wishes|thanks|thank you|cheers|yours(?: sincerely| faithfully| truly)?|sincerely|love|diolch(?: yn fawr)?|cofion(?: gorau)?|yn gywir|pozdrawiam|z poważaniem|dziękuję|dzieki|mulțumesc|multumesc|cu stimă|cu stima|ধন্যবাদ|شکریہ)(?:[ ,.!:-]{1,3}\\n? ?|\\n)(?:from )?(?:(?:mr|mrs|ms|miss|dr)\\.? )?';
/** Only where nothing comes after it but its line's end: "Thanks, Tom". */
const signatures: Cue[] = [
  cue(closing, capitalised),
  { after: /(?:\n|^|[.!?] )(?:[-~] ?){1,2}(?=\p{Lu})/gu, reads: [capitalised] },
  // A line of its own: one word alone is more often what they want ("Benches").
  { after: /\n(?=\p{Lu}[^\n ]* \p{Lu}[^\n]{0,60}$)/gu, reads: [capitalised] },
];
const lineEnds = /[ .,!x]{0,6}(?:\n|$)/y;

/** "Gareth ydw i", "Kev here". */
const turned = new RegExp(
  `${before}(${name}) (?:ydw i|dw i|here(?=[,.!\\n]|$)|speaking\\b|(?:from )?next door\\b)`,
  'gu',
);

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
    if (spans.length > 0) return [...spans, ...andOther(text, spans)];
  }
  return [];
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

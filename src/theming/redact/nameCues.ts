import { relations, relationsPolish, relationsRomanian, relationsWelsh } from './nameWords.ts';

const part = "\\p{Lu}(?:[\\p{L}\\p{M}'-]{0,30}\\p{L}\\p{M}*|\\.)?";
const name = `${part}(?: (?:(?:van|de|der|al|el|bin|ap|ab|ferch|von) )?${part}){0,3}`;
const before = '(?<![\\p{L}\\p{M}\\p{N}])';
const after = '(?![\\p{L}\\p{M}\\p{N}])';

export const capitalised = new RegExp(`${name}${after}`, 'uy');
/** Where only a name can follow, people often leave out the capital. */
const small = new RegExp(`\\p{Ll}[\\p{L}\\p{M}'-]{1,30}${after}`, 'uy');
/** The last name too, with or without its capital, where nothing more goes on after it. */
const two =
  /\p{L}[\p{L}\p{M}'-]{1,30} \p{L}[\p{L}\p{M}'-]{1,30}(?=[.,;!?]|\n|$| (?:and|i|i'm|im|i've|from|we|my)(?![\p{L}\p{M}\p{N}']))/iuy;
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
  '(?:mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|rev|reverend|(?<!yngor )sir|dame|imam|nurse|pc|pcso|sgt|bnr|bns|y parch|pan|pani|pana|panią|dl|dna|domnul|doamna)\\.? ';
const is = "(?: is| was|,| called| named|'s name is)?,? ";

export const cues: Cue[] = [
  cue(titles, capitalised),
  cue('(?:mr|mrs|dr|cllr)\\.? ', small),
  cue('(?:mr|mrs|dr|cllr)\\.?\\n', capitalised),
  cue("my name(?:'?s| is|:)? |my names |my name(?:'?s| is|:)\\n", two, capitalised, small),
  // On a form: "Name: Rowan Price". A street has a name too.
  cue('(?<=(?:^|[\\n.,;!?]) ?)(?:(?:full|first|last|my) )?name ?[:=][ \\n]?', two, capitalised, small),
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
export const signatures: Cue[] = [
  cue(closing, capitalised),
  { after: /(?:\n|^|[.!?] )(?:[-~] ?){1,2}(?=\p{Lu})/gu, reads: [capitalised] },
  // A line of its own: one word alone is more often what they want ("Benches").
  { after: /\n(?=\p{Lu}[^\n ]* \p{Lu}[^\n]{0,60}$)/gu, reads: [capitalised] },
];

/** "Gareth ydw i", "Kev here". */
export const turned = new RegExp(
  `${before}(${name}) (?:ydw i|dw i|here(?=[,.!\\n]|$)|speaking\\b|(?:from )?next door\\b)`,
  'gu',
);

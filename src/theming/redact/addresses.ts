import type { Span } from '#theming/evidence.ts';
import { building, home, others, street, strong } from './addressPatterns.ts';

/** Words that stand between a number and a street where nobody's house is meant: "20 houses on Mill Lane". */
const noName = new Set(
  `a an and are at be been between bus but by by-laws cars car children class crossing cycle day days do does down ever extra feet foot for
  from good had has have homes hour hours houses in inch into is it kids km large lane later light lights main men metre
  metres mile miles million min mins minute minutes month months more mph near new no of off on one or other out
  over people per percent pm am pounds potholes residents road roads separate shops signs since small speed
  students that the them these they this those thousand times to trees two up way ways was we week weeks went were
  when where which while who wide with women yards year years yard street streets big busy bad first second third next`.split(
    /\s+/,
  ),
);
const nameBegins = new Set('the st new old upper lower main north south big first second third'.split(' '));
const otherThings =
  /^ (?:bus|buses|bws|route|lights?|lighting|signs?|works|crossings?|humps?|closures?|stops?|tram|shops?)(?![\p{L}])/iu;
const notAHouse =
  /(?<![\p{L}])(?:bus|buses|bws|route|autobus|autobuzul|junction|jct|zone|ward|exit|platform|no more than) $/iu;
const when =
  /(?<![\p{L}])(?:in|since|until|till|by|before|after|during|from|of|w|od|ers|yn|din|în|january|february|march|april|may|june|july|august|september|october|november|december) $/iu;

/** Where somebody lives: a number and a street, a flat in a building. A street alone is where things happen. */
export function addressesIn(text: string): Span[] {
  return [
    ...[...text.matchAll(street)].filter((found) => isStreet(text, found)).map(spanOf),
    ...[...text.matchAll(building)].filter(({ 1: name = '' }) => isName(name)).map(spanOf),
    ...[...text.matchAll(home)].map((found) => {
      const end = found.index + found[0].length;
      return { start: end - (found[1] ?? '').length, end };
    }),
    ...others.flatMap((pattern) =>
      [...text.matchAll(pattern)].filter((found) => !isYear(text, found)).map(spanOf),
    ),
  ];
}

function isStreet(text: string, found: RegExpExecArray): boolean {
  const { 0: all, 1: name = '', 2: kind = '', index } = found;
  const before = text.slice(Math.max(0, index - 20), index);
  if (notAHouse.test(before) || otherThings.test(text.slice(index + all.length))) return false;
  if (isYear(text, found)) return false;
  if (!isName(name)) return false;
  if (/\p{Lu}/u.test(name + kind) || livesThere.test(before)) return true;
  return strongKinds.has(kind) && !goesOn.test(text.slice(index + all.length));
}

/** All in small letters, "4 community gardens" looks like "6 beech grove": one of these must stand before it. */
const livesThere =
  /(?<![\p{L}])(?:at|address(?: is)?:?|outside|opposite|live in|liv(?:e|es|ing) on|mov(?:e|ed|ing) (?:to|from)|behind|we(?:'| a)re) ?$|(?:flat|unit) \d{1,4}[a-z]?,? ?$/iu;
/** "2 dangerous road crossings" goes on; "14 mill road and" does not. */
const goesOn =
  /^ (?!(?:and|or|but|in|is|has|had|with|by|near|next|opposite|since|where|for|on|i|we|my|our|the|it|was|are|please|plz|pls|thanks|to|from|behind|off|every|again|still|x+)(?![\p{L}]))\p{L}/iu;

const strongKinds = new Set(strong.split('|'));

/** "In 2019 Station Road flooded." */
function isYear(text: string, { 0: all, index }: RegExpExecArray): boolean {
  return /^(?:19|20)\d\d /.test(all) && when.test(text.slice(Math.max(0, index - 20), index));
}

function isName(name: string): boolean {
  return name.split(' ').every((one, at) => {
    if (!noName.has(one.toLowerCase())) return true;
    return at === 0 && /^\p{Lu}/u.test(one) && nameBegins.has(one.toLowerCase());
  });
}

function spanOf({ 0: words, index }: RegExpExecArray): Span {
  return { start: index, end: index + words.trimEnd().length };
}

import type { Span } from '#theming/evidence.ts';

const word = "[\\p{L}][\\p{L}\\p{M}.'-]{0,30}";
const capital = "\\p{Lu}[\\p{L}\\p{M}.'-]{0,30}";
const strong =
  'street|str|st|road|rd|avenue|ave|lane|ln|crescent|cres|terrace|terr|ter|gardens|gdns|grove|boulevard|blvd';
const weak =
  'drive|dr|close|cl|court|ct|park|place|pl|way|walk|hill|green|square|sq|row|view|mews|parade|rise|mount|villas|gate|wharf|quay|croft|dene|vale|common|fold|garth|hey|meadow|meadows|parc|side|end|bank|bridge|yard|field|fields|wood|heights|passage|path|circus|broadway|esplanade|promenade|embankment|approach|loan|wynd|brae|ginnel';
const number = '(?:(?:no|number)\\.? ?)?\\d{1,4}[a-z]?(?: ?[-/] ?\\d{1,4}[a-z]?)?';
const unit =
  '(?:flat|fflat|apartment|apt|unit|room|house|mieszkanie|ap)\\.? ?(?:no\\.? ?)?\\d{1,4}[a-z]?(?:/\\d{1,2})?';
const floor = '(?:top|ground|first|second|basement|garden)(?: floor)? flat';
const edge = '(?<![\\p{L}\\p{M}\\p{N}£$€.,:/-])';
const over = '(?![\\p{L}\\p{M}\\p{N}])';

const street = new RegExp(
  `${edge}(?:(?:${unit}|${floor}),? ?\\n?)?${number},? ((?:${word} ){0,3}?${word}) (${strong}|${weak})${over}\\.?(?: (?:view|north|south|east|west|road|street|lane)${over})?(?:,? ${unit}${over})?`,
  'giu',
);
const building = new RegExp(
  `${edge}${unit},? (?:(?:the|at) )?(${word}(?: ${word}){0,2}) (?:house|court|tower|towers|heights|lodge|mansions?|buildings?|point|mill|apartments|hostel|hotel)${over}`,
  'giu',
);
const cottage = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${capital} ){1,3}(?:Cottage|Farm|Farmhouse|Lodge|Barn|Bungalow|Vicarage|Rectory),? (?:${capital} ){1,3}(?:Street|St|Road|Rd|Avenue|Lane|Ln|Drive|Close|Hill|Green|Row)${over}`,
  'gu',
);
const home =
  /(?<![\p{L}])(?:(?:live|lives|lived|living|house is|home is|address is)(?: (?:at|in))?:? )((?:number|no\.?) ?\d{1,4}[a-z]?)(?![\p{L}\p{N}])(?! (?:years?|months?|weeks?|people|houses))/giu;
const theThe = new RegExp(
  `${edge}${number},? The (?:Green|Square|Mount|Row|Close|Grove|Avenue|Terrace|Lane)${over}`,
  'gu',
);

const welshNames =
  "(?:(?:y|yr|'r) )?\\p{L}[\\p{L}\\p{M}'-]{1,30}(?: (?:(?:y|yr|'r) )?\\p{Lu}[\\p{L}\\p{M}'-]{0,30}){0,3}";
const welsh = new RegExp(
  `${edge}(?:(?:[Ff]flat|[Ff]lat|[Uu]ned) \\d{1,4}[a-z]?,? )?\\d{1,4}[a-z]?,? (?:(?:[Hh]eol|[Ss]tryd) (?:(?:y|yr) )?${welshNames}|(?:[Ff]fordd|[Ll][ôo]n|[Rr]hodfa|[Mm]aes|[Cc]los|[Tt]eras|[Rr]hes|[Ll]lys|[Bb]ryn|[Cc]ae|[Ss]tad|[Gg]erddi|[Cc]ilgant|[Tt]ai|[Tt]rem|[Pp]las|[Pp]en)(?: ?y| yr|'r)? ?\\p{Lu}[\\p{L}\\p{M}'-]{0,30}(?: (?:(?:y|yr) )?\\p{Lu}[\\p{L}\\p{M}'-]{0,30}){0,2}|Rhodfa'r \\p{Lu}[\\p{L}\\p{M}-]{0,30}|Maes-?y-?\\p{L}{2,30})${over}`,
  'gu',
);
const polish = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:ul\\.|ulic[aęy]|al\\.|os\\.) ?${capital}(?: ${capital}){0,2} \\d{1,4}[a-z]?(?: ?/ ?\\d{1,4})?${over}`,
  'giu',
);
const romanian = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:str\\.|strada|bd\\.|bulevardul|aleea|calea) ?${capital}(?: ${capital}){0,2},?(?: nr\\.?)? \\d{1,4}[a-z]?${over}`,
  'giu',
);
const bengali =
  /(?<![\p{L}\p{M}\p{N}])\d{1,4},? ?(?!জন |টি |মিনিট |বছর |সাল)(?:[\u0980-\u09ff]{1,20} ){1,2}(?:রোড|স্ট্রিট|স্ট্রীট|লেন|এভিনিউ|সড়ক|গলি)(?![\p{L}\p{M}])/gu;
const urdu =
  /(?<![\p{L}\p{M}\p{N}])\d{1,4},? ?(?!لوگ |منٹ |سال |بار )(?:[\u0600-\u06ff]{1,20} ){1,2}(?:روڈ|سٹریٹ|اسٹریٹ|لین|ایونیو|گلی)(?![\p{L}\p{M}])/gu;

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
const nameBegins = new Set([
  'the',
  'st',
  'new',
  'old',
  'upper',
  'lower',
  'main',
  'north',
  'south',
  'big',
  'first',
  'second',
  'third',
]);
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
    ...[...text.matchAll(building)].filter(({ 1: name = '' }) => isName(name, false)).map(spanOf),
    ...[...text.matchAll(home)].map((found) => {
      const end = found.index + found[0].length;
      return { start: end - (found[1] ?? '').length, end };
    }),
    ...[cottage, theThe, welsh, polish, romanian, bengali, urdu].flatMap((pattern) =>
      [...text.matchAll(pattern)].filter((found) => !isYear(text, found)).map(spanOf),
    ),
  ];
}

function isStreet(text: string, found: RegExpExecArray): boolean {
  const { 0: all, 1: name = '', 2: kind = '', index } = found;
  const before = text.slice(Math.max(0, index - 20), index);
  if (notAHouse.test(before) || otherThings.test(text.slice(index + all.length))) return false;
  if (isYear(text, found)) return false;
  const isWeak = !strongKinds.has(kind.toLowerCase());
  return isName(name, isWeak && kind.toLowerCase() === kind && !/^\p{Lu}/u.test(name));
}

const strongKinds = new Set(strong.split('|'));

/** "In 2019 Station Road flooded." */
function isYear(text: string, { 0: all, index }: RegExpExecArray): boolean {
  return /^(?:19|20)\d\d /.test(all) && when.test(text.slice(Math.max(0, index - 20), index));
}

function isName(name: string, doubtful: boolean): boolean {
  const words = name.split(' ');
  return (
    words.every((one, at) => {
      if (!noName.has(one.toLowerCase())) return true;
      return at === 0 && /^\p{Lu}/u.test(one) && nameBegins.has(one.toLowerCase());
    }) && !(doubtful && words.length > 1)
  );
}

function spanOf({ 0: words, index }: RegExpExecArray): Span {
  return { start: index, end: index + words.trimEnd().length };
}

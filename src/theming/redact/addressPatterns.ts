const word = "[\\p{L}][\\p{L}\\p{M}.'-]{0,30}";
const capital = "\\p{Lu}[\\p{L}\\p{M}.'-]{0,30}";
export const strong = 'street|str|st|road|rd|avenue|ave|lane|ln|crescent|cres|grove|boulevard|blvd';
/** Words that are often no street: they need a name with a capital, or somebody who lives there. */
const weak =
  'terrace|terr|ter|gardens|gdns|drive|dr|close|cl|court|ct|park|place|pl|way|walk|hill|green|square|sq|row|view|mews|parade|rise|mount|villas|gate|wharf|quay|croft|dene|vale|common|fold|garth|hey|meadow|meadows|parc|side|end|bank|bridge|yard|field|fields|wood|heights|passage|path|circus|broadway|esplanade|promenade|embankment|approach|loan|wynd|brae|ginnel';
const number = '(?:(?:no|number)\\.? ?)?\\d{1,4}[a-z]?(?: ?[-/] ?\\d{1,4}[a-z]?)?';
const unit =
  '(?:flat|fflat|apartment|apt|unit|room|house|mieszkanie|ap)\\.? ?(?:no\\.? ?)?\\d{1,4}[a-z]?(?:/\\d{1,2})?';
const floor = '(?:top|ground|first|second|basement|garden)(?: floor)? flat';
const edge = '(?<![\\p{L}\\p{M}\\p{N}£$€.,:/-])';
const over = '(?![\\p{L}\\p{M}\\p{N}])';

export const street = new RegExp(
  `${edge}(?:(?:${unit}|${floor}),? ?\\n?)?${number},? ((?:${word} ){0,3}?${word}) (${strong}|${weak})${over}\\.?(?: (?:view|north|south|east|west|road|street|lane)${over})?(?:,? ${unit}${over})?`,
  'giu',
);
export const building = new RegExp(
  `${edge}${unit},? (?:(?:the|at) )?(${word}(?: ${word}){0,2}) (?:house|court|tower|towers|heights|lodge|mansions?|buildings?|point|mill|apartments|hostel|hotel)${over}`,
  'giu',
);
const cottage = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${capital} ){1,3}(?:Cottage|Farm|Farmhouse|Lodge|Barn|Bungalow|Vicarage|Rectory),? (?:${capital} ){1,3}(?:Street|St|Road|Rd|Avenue|Lane|Ln|Drive|Close|Hill|Green|Row)${over}`,
  'gu',
);
export const home =
  /(?<![\p{L}])(?:(?:live|lives|lived|living|house is|home is|address is)(?: (?:at|in))?:? )((?:number|no\.?) ?\d{1,4}[a-z]?)(?![\p{L}\p{N}])(?! (?:years?|months?|weeks?|people|houses))/giu;
const theThe = new RegExp(
  `${edge}${number},? The (?:Green|Square|Mount|Row|Close|Grove|Avenue|Terrace|Lane)${over}`,
  'gu',
);

/**
 * The number behind the street, as in most of Europe. There it may as well be how many there are of something, so only
 * where nothing goes on after it.
 */
const turned = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}'-])(?:${capital} ){1,3}(?:Street|Road|Rd|Avenue|Ave|Lane|Crescent|Grove|Close|Drive|Terrace),? (?:\\d{1,3}[a-z]?(?=[ .!?)]{0,3}(?:\\n|$)|[.!?)] |,? ?\ufffc)|(?:[Nn]o|[Nn]umber|[Nn]r)\\.? ?\\d{1,3}[a-z]?(?=[ .!?),;]{0,3}(?:\\n|$)|[.!?),;] |,? ?\ufffc| (?:and|has|is|was|where|which|but)${over}))`,
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

/** Where what is found needs no second look, but for years. */
export const others = [cottage, turned, theThe, welsh, polish, romanian, bengali, urdu];

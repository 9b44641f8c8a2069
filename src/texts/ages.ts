import { asCompared } from './as-compared.ts';

const numbers = new Map<string, number>(
  [
    'four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen',
    'pedair pump chwech saith wyth naw deg|ddeg unarddeg|un_ar_ddeg deuddeg|ddeuddeg tair_ar_ddeg|dair_ar_ddeg|un_deg_tri pedair_ar_ddeg|bedair_ar_ddeg|un_deg_pedwar pymtheg|bymtheg un_ar_bymtheg dwy_ar_bymtheg|ddwy_ar_bymtheg deunaw|ddeunaw',
    'cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie trzynascie czternascie pietnascie szesnascie siedemnascie osiemnascie',
  ].flatMap((list) =>
    list
      .split(' ')
      .flatMap((forms, index): [string, number][] =>
        forms.split('|').map((form) => [form.replaceAll('_', ' '), index + 4]),
      ),
  ),
);
const anyNumber = new RegExp(`\\d|${[...numbers.keys()].join('|')}`, 'u');
const number = `(\\d{1,2}|${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')})`;

const opening =
  '(?:(?:hi|hiya|hello|hey|hya|so|well|oh|and|also|but|because|cos|sorry|ok|okay|yes|no|um|btw|just so you know|just to say|my name is \\S+(?: and)?|im in year \\d+(?: and)?|im \\S+(?: and)?|i am \\S+(?: and)?|helo|shwmae|su mae|wel|a|ac|ond|achos|fy enw i yw \\S+(?: ac?| a)?|\\S+ dwi(?: ac?)?) ){0,4}';
const old =
  '(?: (?:and a half|and a quarter|and three quarters|in a half))?(?: (?:years?|yrs?|yr|year)(?: old)?| ?yo| y o)?(?: and a half)?';
const mustBeOld = '(?: and a half| and a quarter)? (?:(?:years?|yrs?|yr) old|yo|y o)(?: and a half)?';
const someone =
  '(?: (?:girl|boy|kid|child|lad|lass|pupil|student|teenager|teen|person|schoolgirl|schoolboy|young person|man|woman|lady|guy|resident|carer|here|male|female)){0,3}';
const goesOn = '(?= (?:and|so|but|because|cos|i|im|ive|my|we|who|at|in year|now|today|from|living|but))';
const nearly =
  '(?:nearly|almost|about to be|about to turn|turning|going to be|gonna be|not yet|not|under|younger than|below)';
const months = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w*';
const soon = `(?: (?:soon|tomorrow|(?:next|this) (?:week|month|year|summer|spring|autumn|winter|\\w+day|${months})|in (?:a|\\w+|a few|a couple of) (?:days?|weeks?|months?)|in ${months}|on (?:\\w+day|my birthday|the \\d.*)))`;

/** Who says how old they are says it of themselves and first: "I'm 10", not "my son is 10" or "I'm 10 minutes away". */
const own: { said: RegExp; younger: boolean }[] = [
  {
    said: new RegExp(
      `^${opening}(?:im|i am) ${nearly} ${number}${old}(?: yet| soon| next \\S+| this \\S+)?$`,
      'u',
    ),
    younger: true,
  },
  {
    said: new RegExp(`^${opening}(?:im|i am) ${nearly} ${number}${mustBeOld}(?:${goesOn}.*| yet)$`, 'u'),
    younger: true,
  },
  { said: new RegExp(`^${opening}(?:im|i am|il|ill) (?:be )?${number}${soon}$`, 'u'), younger: true },
  {
    said: new RegExp(
      `^${opening}(?:im|i am|me)(?: (?:only|just|actually|really|now|a|an|aged?|still))* ${number}${old}(?: (?:now|today|lol|xx?|btw|by the way|tho|though|sorry|ok|this year))*$`,
      'u',
    ),
    younger: false,
  },
  {
    said: new RegExp(
      `^${opening}(?:im|i am|me)(?: (?:only|just|actually|really|now|a|an|aged?|still))* ${number}${mustBeOld}${someone}(?:$|${goesOn})`,
      'u',
    ),
    younger: false,
  },
  {
    said: new RegExp(
      `^${opening}(?:im|i am)(?: (?:only|just|a|an))* ${number} (?:years?|yrs?|yr) old${someone}(?:$|${goesOn})`,
      'u',
    ),
    younger: false,
  },
  {
    said: new RegExp(
      `^${opening}(?:im|i am)(?: (?:only|just))* ${number} (?:and|so|but|because|cos) (?:i|im|id|my|me|ive|we|were|it|its|the|this|there|theres|theirs|they|you|your|nobody|no one|nothing|all|mum|mam|dad|school|our|live|go|love|like|hate|want|need|wish|think|cant|dont)\\b`,
      'u',
    ),
    younger: false,
  },
  {
    said: new RegExp(
      `^${opening}(?:my age is|i am aged|im aged|age|aged) ${number}(?: years| years old)?$`,
      'u',
    ),
    younger: false,
  },
  {
    said: new RegExp(`^${opening}as an? ${number} (?:years?|yrs?|yr) old${someone}(?:$|${goesOn})`, 'u'),
    younger: false,
  },
  {
    said: new RegExp(
      `^${opening}(?:dwi|dw i|rwy|rwyf|rydw i|wi|fin|fi|dwin|rwyn|dw in|rydw in|win)(?: (?:yn|n|ddim ond yn|ond yn|dim ond yn))? ${number}(?: (?:mlwydd|blwydd|flwydd))? oed\\b`,
      'u',
    ),
    younger: false,
  },
  {
    said: new RegExp(
      `^${opening}(?:dwi|dwin|dw in|rwyn|rydw in|win|fin|rwyf yn|dwi yn|dw i yn|rydw i yn) ${number}$`,
      'u',
    ),
    younger: false,
  },
  {
    said: new RegExp(`^${opening}${number}(?: (?:mlwydd|blwydd))? oed (?:ydw i|dwi|dw i|ydwi)\\b`, 'u'),
    younger: false,
  },
  { said: new RegExp(`^mam (?:tylko )?${number} lat$`, 'u'), younger: false },
  { said: new RegExp(`^am (?:doar )?${number}(?: de)? ani$`, 'u'), younger: false },
  { said: new RegExp(`^(?:আমি|আমার বয়স) ${number}(?: (?:বছর|বছরের))?$`, 'u'), younger: false },
  { said: new RegExp(`^(?:میری عمر|میں) ${number} سال(?: (?:ہے|کا ہوں|کی ہوں))?$`, 'u'), younger: false },
];

/**
 * The age that somebody says is their own, at the start of a message or of one of its sentences: "I'm 10", "dwi'n 10
 * oed"; one less for "nearly 16". Null where nobody says how old they are, or it is somebody else, a distance or a bus.
 */
export function ageSaid(text: string): number | null {
  // Most messages hold no number at all, and this is asked of each.
  if (!anyNumber.test(asCompared(text.slice(0, 1600)))) return null;
  for (const sentence of sentencesOf(text)) {
    for (const { said, younger } of own) {
      const [, found] = said.exec(sentence) ?? [];
      if (found === undefined) continue;
      const age = numbers.get(found) ?? Number(found);
      if (age >= 4 && age <= 99) return younger ? age - 1 : age;
    }
  }
  return null;
}

/** What somebody quotes is said by somebody else, and "100%", "6'2" and "10k" are no ages. */
function sentencesOf(text: string): string[] {
  return text
    .slice(0, 1600)
    .replace(/^\s*["\u201c]([^"\u201c\u201d]*)["\u201d]\s*$/u, '$1')
    .replace(/["\u201c][^"\u201c\u201d]*["\u201d]/gu, ' quoted ')
    .replace(/(\d)\s*(?:%|['\u2019\u2032"]|\p{Sc})/gu, '$1 measured')
    .replace(/(\d)\s*[-\u2013\u2014]\s*(?=\d)/gu, '$1 to ')
    .split(/[!?;\n]+|[.,]+(?!\d)|\s[-\u2013\u2014]\s/u)
    .map((sentence) => asCompared(sentence.slice(0, 160)))
    .filter((sentence) => sentence !== '');
}

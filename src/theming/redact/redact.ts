import type { Span } from '#theming/evidence.ts';
import { addressesIn } from './addresses.ts';
import { emailsIn } from './emails.ts';
import { linksIn } from './links.ts';
import { namesIn } from './names.ts';
import { cardsIn, nhsNumbersIn, niNumbersIn } from './numbers.ts';
import { phonesIn } from './phones.ts';
import { plainOf } from './plain.ts';
import { postcodesIn } from './postcodes.ts';
import { joined } from './spans.ts';
import { spelledPhonesIn } from './spelled.ts';

/** What is hidden, and so what stands in its place. `other` is what an officer chose to hide. */
export const hiddenKinds = [
  'phone',
  'email',
  'postcode',
  'nhsNumber',
  'niNumber',
  'card',
  'link',
  'address',
  'name',
  'other',
] as const;
export type HiddenKind = (typeof hiddenKinds)[number];

/** `text.slice(start, end)` (UTF-16 offsets) is not shown. */
export interface Hidden extends Span {
  kind: HiddenKind;
}

export interface Redaction {
  /** In order, and none overlaps another. */
  hidden: Hidden[];
  /** What may be a person's name, for a person to confirm: not hidden by itself. */
  possibleNames: Span[];
}

interface Finder {
  kind: HiddenKind;
  find(text: string): Span[];
  /** What no text of this kind is without: most texts need not be read for it. */
  needs: RegExp;
  /** Whether it may go on in the next line: people send a message for each, and phones break them. */
  overLines?: (text: string, span: Span) => boolean;
}

const always = () => true;
/** "I waited 20", and on the next line "Mill Lane is bad", is no address: it begins a line, or is somebody's. */
const beginsThere = (text: string, { start }: Span) =>
  /(?:^|\n|(?:at|in|is|address:?|,) )$/i.test(text.slice(Math.max(0, start - 9), start));

/** In this order: what one has found is blank to those after it, so that no part of an e-mail address is a name. */
const finders: Finder[] = [
  { kind: 'link', find: linksIn, needs: /[./]/ },
  {
    kind: 'email',
    find: emailsIn,
    needs: /@|\bat\b|[([{]a[)\]}]|mail|yahoo|outlook|icloud|aol|btinternet/i,
    overLines: always,
  },
  { kind: 'phone', find: spelledPhonesIn, needs: /\p{L}[ \n,.-]{1,3}[\p{L}\d]/u },
  { kind: 'card', find: cardsIn, needs: /\d/, overLines: always },
  { kind: 'phone', find: phonesIn, needs: /\d/ },
  { kind: 'nhsNumber', find: nhsNumbersIn, needs: /\d/, overLines: always },
  { kind: 'niNumber', find: niNumbersIn, needs: /\d/, overLines: always },
  { kind: 'postcode', find: postcodesIn, needs: /\d/ },
  {
    kind: 'address',
    find: addressesIn,
    needs: /\d|Cottage|Farm|Lodge|Barn|Bungalow|Vicarage|Rectory/,
    overLines: beginsThere,
  },
];

/** No letter, digit or blank: nothing is read across it. */
const BLANK = '\ufffc';

/** Finds personal data in what a resident wrote. The text itself stays as it is. */
export function redact(text: string): Redaction {
  const plain = plainOf(text);
  let left = plain.text;
  const hidden: Hidden[] = [];
  for (const { kind, find, needs, overLines } of finders) {
    if (!needs.test(left)) continue;
    const found = joined([...find(left), ...overTwo(left, find, overLines)]);
    left = blanked(left, found);
    hidden.push(...found.map((span) => ({ ...span, kind })));
  }
  return {
    hidden: joined(hidden.map((one) => ({ ...one, ...plain.back(one) }))),
    possibleNames: joined(namesIn(left)).map(plain.back),
  };
}

/** What goes on in the next line. */
function overTwo(text: string, find: Finder['find'], may: Finder['overLines']): Span[] {
  if (may === undefined || !text.includes('\n')) return [];
  return find(text.replaceAll('\n', ' ')).filter(
    (span) => text.slice(span.start, span.end).includes('\n') && may(text, span),
  );
}

function blanked(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + BLANK.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

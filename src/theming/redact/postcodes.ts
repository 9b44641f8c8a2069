import type { Span } from '#theming/evidence.ts';
import { latin } from './plain.ts';

/** Of Royal Mail; and those of the islands, of the forces, and of people without an address. */
const areas =
  'AB|AL|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|ZZ|B|E|G|L|M|N|S|W';
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${areas})\\d[\\dO]?[A-HJKMNPR-Y]?|GIR)[ .,/\\n-]{0,2}[\\dO][A-Z]{2}(?![\\p{L}\\p{N}])`,
  'giu',
);
/** "m6 2hr delays", "b6 2nd floor": in small letters after one of the short areas, these are something else. */
const otherwise = /^[a-z]\d{1,2} (?:1st|2nd|3rd|\dth|\d(?:hr|ft|lb|gb|pt|wd))$/;

/** Letters that are never in the second half: people mistype, but "A1 4AM" and "m1 5pm" are none. */
const mistyped = /[cikmov][a-z]$|[cikmov]$/i;
const surely = /^[A-Z]{2}\d{1,2}[A-Z]? \d(?![AP]M|[CKM]M)[A-Z]{2}$/;

/** "CF10, 1AA" is one, over two lines too; "in M1, 2nd floor", "LS6, 2hr" are two things. */
const apart = /[,/\n]/;
const twoThings = /^[a-z]\d|(?:1st|2nd|3rd|\dth|\d(?:hr|ft|lb|gb|pt|wd|am|pm|km|cm|mm))$/i;

export function postcodesIn(text: string): Span[] {
  return [...latin(text).matchAll(postcode)].flatMap(({ 0: written, index }) => {
    const found = apart.test(written) ? written.replace(/[ .,/\n-]+/, ' ') : written;
    // The letter for the digit, by those who write in capitals.
    const letterO = /[ .-]o[a-z]{2}$|^[^ .-]+o[a-z]{2}$|^[a-z]{1,2}\do/.test(found);
    const isNone = mistyped.test(found) && !surely.test(found);
    const isTwo = apart.test(written) && twoThings.test(found);
    return letterO || isNone || isTwo || otherwise.test(found)
      ? []
      : [{ start: index, end: index + written.length }];
  });
}

import type { Span } from '#theming/evidence.ts';
import { groupsIn, runsFrom, standsAlone } from './digits.ts';

/** What makes ten digits an NHS number even where the check digit is wrong. */
const nhsCue = /(?:(?<![\p{L}])(?:nhs|gig)(?![\p{L}])|এনএইচএস|این ایچ ایس)[^\d\n[\]]{0,25}$/iu;
const referenceCue =
  /(?<![\p{L}])(?:ref|reference|case|order|invoice|account|meter|serial|cyf|application)\p{L}*[^\d\n]{0,12}$/iu;
const CUE_WITHIN = 40;
const between = /^ ?[ -]?$/;

/** NHS numbers: ten digits as 3-3-4, the last one a check digit. NHS Data Dictionary, "NHS number". */
export function nhsNumbersIn(text: string): Span[] {
  const groups = groupsIn(text);
  return groups.flatMap((_, index) => {
    const run = runsFrom(text, groups, index, { between, least: 10, most: 10 })[0];
    if (run === undefined || !standsAlone(text, run)) return [];
    const before = text.slice(Math.max(0, run.start - CUE_WITHIN), run.start);
    const shape = run.groups.join('-');
    const looksIt =
      (shape === '3-3-4' || (shape === '10' && !referenceCue.test(before))) && isNhsNumber(run.digits);
    return looksIt || nhsCue.test(before) ? [{ start: run.start, end: run.end }] : [];
  });
}

function isNhsNumber(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** Who issues it, by its first digits, and how long it is then. ISO/IEC 7812. */
const issued =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0|[689])\d{12}|35\d{14}|6(?:011|4|5|2)\d{12,16}|(?:5[06-9]|6)\d{10,17})$/;

/** Numbers of payment cards; and where a sort code is named, that and the account number. */
export function cardsIn(text: string): Span[] {
  const groups = groupsIn(text);
  const cards = groups.flatMap((_, index) => {
    const run = runsFrom(text, groups, index, { between, least: 13, most: 19 }).findLast(
      ({ digits, start, end }) => issued.test(digits) && luhn(digits) && standsAlone(text, { start, end }),
    );
    return run === undefined ? [] : [{ start: run.start, end: run.end }];
  });
  return [...cards, ...bankAccountsIn(text)];
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const value = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? value : value * 2 - (value > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}

const sortCode = /(?<![\p{L}])sort ?code[^\d\n]{0,12}(\d\d[- ]?\d\d[- ]?\d\d)(?!\d)/giu;
const account = /(?<![\p{L}])acc(?:oun)?t?(?: ?(?:number|no))?[^\d\n]{0,8}(\d{8})(?!\d)/giu;

function bankAccountsIn(text: string): Span[] {
  const codes = [...text.matchAll(sortCode)];
  return (codes.length === 0 ? [] : [...codes, ...text.matchAll(account)]).map(
    ({ 0: found, 1: digits = '', index }) => {
      const end = index + found.length;
      return { start: end - digits.length, end };
    },
  );
}

const niNumber = /(?<![\p{L}\p{N}])[A-Z]{2}(?:[ .-]?\d){6}(?:[ .-]?[A-D])?(?![\p{L}\p{N}])/giu;
/** The letters that HMRC gives (NIM39110); QQ is what its forms show as an example. */
const niPrefix = /^(?:QQ|(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])/i;
const niCue =
  /(?:(?<![\p{L}])(?:ni|nino|nin|national insurance|yswiriant|yg|ubezpieczenia)(?![\p{L}]))[^\d\n[\]]{0,25}$/iu;

export function niNumbersIn(text: string): Span[] {
  return [...text.matchAll(niNumber)].flatMap(({ 0: found, index }) => {
    const whole = /[A-D]$/i.test(found) || /^.. \d\d \d\d \d\d$/.test(found);
    const before = text.slice(Math.max(0, index - CUE_WITHIN), index);
    return (whole && niPrefix.test(found)) || niCue.test(before)
      ? [{ start: index, end: index + found.length }]
      : [];
  });
}

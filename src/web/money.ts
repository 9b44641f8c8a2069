import type { ConsoleLanguage } from '#domain/words.ts';
import { locales } from './words.ts';

const A_POUND = 100_000;

/** "£4.16". */
export function pounds(language: ConsoleLanguage, millipence: number): string {
  return inPounds(language, millipence, 2);
}

/** "£4.16", or "£120" where pence would promise more than an estimate holds. */
export function aboutPounds(language: ConsoleLanguage, millipence: number): string {
  return inPounds(language, millipence, millipence < 10 * A_POUND ? 2 : 0);
}

/** "8.3", of pence. */
export function pence(language: ConsoleLanguage, millipence: number): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(millipence / 1000);
}

function inPounds(language: ConsoleLanguage, millipence: number, digits: number): string {
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(millipence / A_POUND);
}

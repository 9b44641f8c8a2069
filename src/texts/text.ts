import { IntlMessageFormat } from 'intl-messageformat';
import type { ConsoleLanguage, Language } from '#domain/words.ts';
import { consoleTexts } from './console.ts';
import { menuTexts } from './menu.ts';
import { posterTexts } from './poster.ts';
import { easyTexts } from './resident.easy.ts';
import { type ResidentKey, residentTexts } from './resident.ts';
import { unreviewedTexts } from './resident.unreviewed.ts';
import { simulatorTexts } from './simulator.ts';

const tables = { ...residentTexts, ...consoleTexts, ...simulatorTexts, ...posterTexts, ...menuTexts };
export type TextKey = keyof typeof tables;
export type Params = Record<string, string | number | Date>;

/** An element without arguments, in what the library reads a message as. */
const LITERAL = 0;

/** What is the same whatever is said in it is written once. */
const compiled = new Map<string, IntlMessageFormat | string>();
const locales: Record<Language, string> = {
  en: 'en-GB',
  cy: 'cy-GB',
  pl: 'pl',
  ro: 'ro',
  bn: 'bn',
  ur: 'ur',
};

/**
 * One system or console string in one language; ICU message syntax, so plurals come out right in Welsh too.
 * `easy` is the easy-read variant where there is one. What has not been written in a language comes in English.
 */
export function text(language: Language, key: TextKey, params: Params = {}, easy = false): string {
  const id = `${language}:${easy}:${key}`;
  let message = compiled.get(id);
  if (message === undefined) {
    // Braces are arguments and nothing is markup: a resident's "<" must come out as it went in.
    message = new IntlMessageFormat(...written(language, key, easy), undefined, { ignoreTag: true });
    if (message.getAst().every(({ type }) => type === LITERAL)) message = String(message.format());
    compiled.set(id, message);
  }
  return typeof message === 'string' ? message : String(message.format(params));
}

const dateFormats = new Map<Language, Intl.DateTimeFormat>();

/** A date in words, in the council's own time zone: "31 January 2027". */
export function dateInWords(language: Language, when: Date): string {
  let format = dateFormats.get(language);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'Europe/London' });
    dateFormats.set(language, format);
  }
  return format.format(when);
}

const monthFormats = new Map<Language, Intl.DateTimeFormat>();

/** The month of a moment in words, with its year: "January 2027". */
export function monthInWords(language: Language, at: number): string {
  let format = monthFormats.get(language);
  if (format === undefined) {
    const month = { month: 'long', year: 'numeric', timeZone: 'Europe/London' } as const;
    format = new Intl.DateTimeFormat(locales[language], month);
    monthFormats.set(language, format);
  }
  return format.format(at);
}

/** What is written, and the locale that its numbers and plurals follow. */
function written(language: Language, key: TextKey, easy: boolean): [string, string] {
  const own = easy ? easyTexts[key as ResidentKey]?.[language as ConsoleLanguage] : undefined;
  const together: Partial<Record<Language, string>> = tables[key];
  const plain =
    together[language] ?? unreviewedTexts[language as keyof typeof unreviewedTexts]?.[key as ResidentKey];
  const found = own ?? plain;
  return found === undefined ? [tables[key].en, locales.en] : [found, locales[language]];
}

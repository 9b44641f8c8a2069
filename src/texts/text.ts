import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#domain/words.ts';
import { consoleTexts } from './console.ts';
import { residentTexts } from './resident.ts';
import { simulatorTexts } from './simulator.ts';

const tables = { ...residentTexts, ...consoleTexts, ...simulatorTexts };
export type TextKey = keyof typeof tables;
export type Params = Record<string, string | number | Date>;

const compiled = new Map<string, IntlMessageFormat>();
const locales: Record<Language, string> = { en: 'en-GB', cy: 'cy-GB' };

/** One system or console string in one language; ICU message syntax, so plurals come out right in Welsh too. */
export function text(language: Language, key: TextKey, params: Params = {}): string {
  const id = `${language}:${key}`;
  let message = compiled.get(id);
  if (message === undefined) {
    // Braces are arguments and nothing is markup: a resident's "<" must come out as it went in.
    message = new IntlMessageFormat(tables[key][language], locales[language], undefined, { ignoreTag: true });
    compiled.set(id, message);
  }
  return String(message.format(params));
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

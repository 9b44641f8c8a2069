import type { ConsoleLanguage, Localised } from '#domain/words.ts';

export const locales: Record<ConsoleLanguage, string> = { en: 'en-GB', cy: 'cy-GB' };

/** What an officer or a flow wrote, in this language, else in the one that there is. */
export function localised(language: ConsoleLanguage, texts: Localised): string {
  return texts[language] ?? texts.en ?? texts.cy ?? '';
}

/** "SMS, WhatsApp and Telegram". Welsh has "a" or "ac" by the sound that follows, so there it is commas alone. */
export function inAList(language: ConsoleLanguage, names: readonly string[]): string {
  if (language === 'cy') return names.join(', ');
  return new Intl.ListFormat(locales[language]).format(names);
}

/** "20 November 2026, 14:05" in the council's own time zone. */
export function dateAndTime(language: ConsoleLanguage, ms: number): string {
  const zone = { timeZone: 'Europe/London' };
  const date = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', ...zone }).format(ms);
  const time = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', ...zone }).format(ms);
  return `${date}, ${time}`;
}

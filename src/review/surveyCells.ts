import { type Language, languages } from '#domain/words.ts';

const names: Record<Language, string[]> = {
  en: ['english', 'saesneg'],
  cy: ['welsh', 'cymraeg'],
  pl: ['polish', 'polski'],
  ro: ['romanian', 'română', 'romana'],
  bn: ['bengali', 'bangla', 'বাংলা'],
  ur: ['urdu', 'اردو'],
};

/** A code, with or without a country, or a name; null for anything else. */
export function languageIn(cell: string): Language | null {
  const said = cell.trim().toLowerCase();
  const code = said.split(/[-_]/)[0];
  return languages.find((language) => language === code || names[language].includes(said)) ?? null;
}

const yes = new Set([
  'yes',
  'y',
  'true',
  '1',
  'agree',
  'agreed',
  'i agree',
  'ie',
  'ydw',
  'cytuno',
  'cytunaf',
]);
const no = new Set(['no', 'n', 'false', '0', '', 'disagree', 'i do not agree', 'na', 'nac ydw', 'anghytuno']);

/** Whether somebody agreed; nothing said is a no. Null where neither is clear, so that a person reads it. */
export function agreementIn(cell: string): boolean | null {
  const said = cell.trim().toLowerCase();
  return yes.has(said) ? true : no.has(said) ? false : null;
}

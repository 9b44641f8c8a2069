import type { ConsoleLanguage, Language } from '#domain/words.ts';
import { bengaliTexts } from './resident.bn.ts';
import { polishTexts } from './resident.pl.ts';
import { romanianTexts } from './resident.ro.ts';
import type { ResidentKey } from './resident.ts';
import { urduTexts } from './resident.ur.ts';

/**
 * What the system says in languages that nobody who speaks them has read through yet. Notice, consent and care are
 * sent in these only to whom a flow says that they have been read: `reviewed`.
 */
export const unreviewedTexts: Record<Exclude<Language, ConsoleLanguage>, Record<ResidentKey, string>> = {
  pl: polishTexts,
  ro: romanianTexts,
  bn: bengaliTexts,
  ur: urduTexts,
};

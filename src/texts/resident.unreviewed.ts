import type { ConsoleLanguage, Language } from '#domain/words.ts';
import type { ResidentKey } from './resident.ts';

/**
 * What the system says in languages that nobody who speaks them has read through yet. Notice, consent and care are
 * sent in these only to whom a flow says that they have been read: `reviewed`.
 */
export const unreviewedTexts: Partial<
  Record<Exclude<Language, ConsoleLanguage> | Language, Partial<Record<ResidentKey, string>>>
> = {};

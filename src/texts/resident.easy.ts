import type { ConsoleLanguage } from '#domain/words.ts';
import type { ResidentKey } from './resident.ts';

/** Easy-read variants: short sentences, one idea each, everyday words. What is not here is plain enough already. */
export const easyTexts: Partial<Record<ResidentKey, Partial<Record<ConsoleLanguage, string>>>> = {};

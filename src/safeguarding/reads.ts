import type { Language } from '#domain/words.ts';
import { gateLanguages } from './detect.ts';

/** Whether the gate has phrases in this language; what is written in any other, a person must read. */
export function gateReads(language: Language): boolean {
  return gateLanguages.some((one) => one === language);
}

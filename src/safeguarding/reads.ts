import { consoleLanguages, type Language } from '#domain/words.ts';

/** Whether the gate has phrases in this language; what is written in any other, a person must read. */
export function gateReads(language: Language): boolean {
  return consoleLanguages.some((one) => one === language);
}

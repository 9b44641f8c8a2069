import type { Language } from '#domain/words.ts';
import { gateReads } from './reads.ts';

/** Characters: a language shows itself in its first words. */
const LOOKED_AT = 500;
/** Two letters in a row of another script: one may be somebody's smiley. */
const foreign = /[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]]{2}/v;
/** Letters that Polish or Romanian has and English and Welsh have not, in a word that is no name. */
const unlikeOurs = /(?<!\p{L})\p{Ll}*[ąćęłńśźżășțşţ]/u;

/**
 * Whether the gate may have read past what this says: its writer has chosen a language without phrases, or has chosen
 * none and does not write English or Welsh. Polish and Romanian typed without their accents are not known.
 */
export function isUnread(text: string, chosen: Language | null): boolean {
  if (chosen !== null && !gateReads(chosen)) return true;
  const start = text.slice(0, LOOKED_AT).normalize('NFC');
  return foreign.test(start) || unlikeOurs.test(start);
}

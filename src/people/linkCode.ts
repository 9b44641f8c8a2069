import { createHmac, randomInt } from 'node:crypto';
import { codeDigits, codeLetters, HALF } from '#domain/link-code.ts';
import type { Keys } from './keys.ts';

/** A new code, from chance alone: nothing of it can be foretold from another. */
export function newLinkCode(): string {
  const pick = (from: string) => Array.from({ length: HALF }, () => from[randomInt(from.length)]).join('');
  return `${pick(codeLetters)}${pick(codeDigits)}`;
}

/** What is stored of a code: without the key nobody can try them all. */
export function hashLinkCode(keys: Keys, code: string): string {
  return createHmac('sha256', keys.hash).update(`link\0${code}`).digest('base64url');
}

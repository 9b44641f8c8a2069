import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in constant time; digests, because only equal lengths can be compared and a length would tell. */
export function secretCheck(secret: string): (given: string | undefined) => boolean {
  const expected = digest(secret);
  return (given) => given !== undefined && timingSafeEqual(digest(given), expected);
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

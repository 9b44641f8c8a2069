import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's first choice for scrypt: 2^17 rounds, 8 blocks, one lane, which takes 128 MB for a moment. */
const N = 2 ** 17;
const r = 8;
const p = 1;
const LENGTH = 32;

/** The shortest password that may be set: NCSC asks for length, not for symbols. */
export const PASSWORD_MIN = 12;
/** The longest, so that nobody makes us hash a book. */
export const PASSWORD_MAX = 200;

/** `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, { N, r, p });
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Takes as long where there is no hash to compare with, so that time does not tell who is an officer. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const [, rounds, blocks, lanes, salt, key] = (stored ?? nobody).split('$');
  const wanted = Buffer.from(key ?? '', 'base64url');
  const options = { N: Number(rounds), r: Number(blocks), p: Number(lanes) };
  const found = await derive(password, Buffer.from(salt ?? '', 'base64url'), options);
  const same = wanted.length === found.length && timingSafeEqual(wanted, found);
  return same && stored !== null;
}

const nobody = [
  'scrypt',
  N,
  r,
  p,
  randomBytes(16).toString('base64url'),
  randomBytes(LENGTH).toString('base64url'),
].join('$');

function derive(password: string, salt: Buffer, options: ScryptOptions & { N: number; r: number }) {
  return new Promise<Buffer>((resolve, reject) => {
    // The same letters typed on another keyboard may come composed differently.
    const bytes = Buffer.from(password.normalize('NFKC'), 'utf8');
    const maxmem = 128 * options.N * options.r * 2;
    scrypt(bytes, salt, LENGTH, { ...options, maxmem }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

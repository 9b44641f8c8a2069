import { z } from 'zod';
import type { Keys } from './keys.ts';
import { hashAddress, openAddress, sealAddress } from './seal.ts';

/** How to reach somebody by hand. Personal data: sealed as it stands, like every other address. */
const handAddress = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('phone'), name: z.string(), phone: z.string() }),
  z.strictObject({ way: z.literal('post'), name: z.string(), lines: z.array(z.string()) }),
]);
export type HandAddress = z.infer<typeof handAddress>;

/**
 * What the person is found by again, however it is spaced and spelled. A telephone goes without the name, which one officer
 * writes as "Mrs Jones" and the next as "Mary Jones": who asked not to be rung must not be rung for that. A letter goes
 * with it, because several people of one house answer on paper, and each has a letter of their own.
 */
export function hashHandAddress(keys: Keys, address: HandAddress): string {
  const place = address.way === 'phone' ? address.phone : folded([address.name, ...address.lines]);
  return hashAddress(keys, 'byHand', `${address.way}:${place}`);
}

function folded(lines: readonly string[]): string {
  return lines
    .join(' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export function sealHandAddress(keys: Keys, address: HandAddress): string {
  return sealAddress(keys, JSON.stringify(address));
}

export function openHandAddress(keys: Keys, sealed: { sealed: string; keyId: string }): HandAddress {
  return handAddress.parse(JSON.parse(openAddress(keys, sealed)));
}

/** In one line, for whoever has to reach them. */
export function handAddressInWords(address: HandAddress): string {
  const where = address.way === 'phone' ? [address.phone] : address.lines;
  return [address.name, ...where].filter((part) => part !== '').join(', ');
}

/** A telephone number as it is dialled from anywhere (E.164); null where it is none. What has no country is of the UK. */
export function dialled(typed: string): string | null {
  const bare = typed.replace(/\(0\)/g, '').replace(/[\s().-]/g, '');
  const whole = bare.replace(/^00/, '+').replace(/^0/, '+44');
  return /^\+[1-9]\d{8,14}$/.test(whole) ? whole : null;
}

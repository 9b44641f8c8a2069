import { createHash } from 'node:crypto';
import type { NewId } from '#domain/clock.ts';

/** How a phone behaves: like a text message app, WhatsApp or Telegram. */
export const manners = ['sms', 'whatsapp', 'telegram'] as const;
export type Manner = (typeof manners)[number];

/** One simulated person's phone. It is known by its address alone, so nothing has to be stored to open it. */
export interface Phone {
  /** `<manner>:<id>`; the id cannot be guessed, so it can stand in a link. */
  address: string;
  manner: Manner;
  /** What people call it: one of the numbers that Ofcom keeps for fiction. */
  number: string;
}

export function newPhone(manner: Manner, newId: NewId): Phone {
  return phone(manner, newId());
}

/** The phone at an address, or null where there can be none. */
export function phoneAt(address: string): Phone | null {
  const [, name = '', id = ''] = /^(\w+):([\w-]{16,64})$/.exec(address) ?? [];
  const manner = manners.find((one) => one === name);
  return manner === undefined ? null : phone(manner, id);
}

function phone(manner: Manner, id: string): Phone {
  const address = `${manner}:${id}`;
  const digits = createHash('sha256').update(address).digest().readUInt32BE() % 1000;
  // https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
  return { address, manner, number: `07700 900${String(digits).padStart(3, '0')}` };
}

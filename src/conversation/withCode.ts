import { inGroups } from '#domain/link-code.ts';
import { codePlace } from '#engine/link.ts';
import type { Keys } from '#people/keys.ts';
import { hashLinkCode, newLinkCode } from '#people/linkCode.ts';
import type { Tx } from '#store/db.ts';
import { keepLinkCode } from '#store/linkCodes.ts';

/** ms. Long enough to find the other phone, too short to try codes out. */
const LIVES = 15 * 60_000;

/** Puts a code in its place in what we say, and keeps its keyed hash. In two languages it is the same code. */
export async function withCode<Said extends { text: string }>(
  tx: Tx,
  { address, keys, now }: { address: { id: string }; keys: Keys; now: number },
  said: Said,
): Promise<Said> {
  if (!said.text.includes(codePlace)) return said;
  const code = newLinkCode();
  const codeHash = hashLinkCode(keys, code);
  await keepLinkCode(tx, { codeHash, addressId: address.id, expiresAt: now + LIVES, now });
  return { ...said, text: said.text.replaceAll(codePlace, inGroups(code)) };
}

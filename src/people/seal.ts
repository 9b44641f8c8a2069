import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { ChannelName } from '#domain/words.ts';
import { KeyError, type Keys } from './keys.ts';

/** How an address is found without being readable: a keyed hash of channel and address. */
export function hashAddress(keys: Keys, channel: ChannelName, address: string): string {
  return createHmac('sha256', keys.hash).update(`${channel}\0${address}`).digest('base64url');
}

/** AES-256-GCM with a fresh nonce: nonce, tag and text in one base64 string. */
export function sealAddress(keys: Keys, address: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce);
  const sealed = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Opens what `sealAddress` made. Throws a KeyError where the key is not the one that sealed it. */
export function openAddress(keys: Keys, sealed: { sealed: string; keyId: string }): string {
  const bytes = Buffer.from(sealed.sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keys.seal, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    throw new KeyError(
      `An address was sealed with key ${sealed.keyId} and this is key ${keys.id}. Start with the key that sealed it.`,
    );
  }
}

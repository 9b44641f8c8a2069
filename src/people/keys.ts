import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Separate keys for separate uses, all derived from one, so that a leak of one tells nothing of the others. */
export interface Keys {
  /** Names the key that sealed a row, so that a later one can take over. */
  id: string;
  seal: KeyObject;
  hash: KeyObject;
  session: string;
  /** Stored in the database: a wrong key is noticed before it writes anything. */
  check: string;
}

export class KeyError extends Error {
  override name = 'KeyError';
}

/** The key given, else the one in the folder's key file, which is made on the first start and which backups must leave out. */
export function readKeys(given: string | null, dataDir: string): Keys {
  return deriveKeys(given === null ? fileKey(dataDir) : Buffer.from(given, 'base64'));
}

function fileKey(dataDir: string): Buffer {
  const file = path.join(dataDir, 'hearback.key');
  if (!existsSync(file)) makeKeyFile(dataDir, file);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) {
    throw new KeyError(`${file} is not a key: it must hold 32 bytes in base64. Put the right file back.`);
  }
  chmodSync(file, 0o600);
  return key;
}

/**
 * Whole and on disk before anything is sealed with it: without the key, every address in the database is lost. Of two
 * processes that start at once, both go on with the file of the one that was first.
 */
function makeKeyFile(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch {
    // Either another process was first, or this file system knows no second names.
    if (!existsSync(file)) renameSync(draft, file);
  }
  rmSync(draft, { force: true });
  const folder = openSync(dataDir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function deriveKeys(master: Buffer): Keys {
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `hearback ${use}`, 32)));
  const mark = (use: string) => createHmac('sha256', derive(use)).update(use).digest('hex');
  return {
    id: mark('key id').slice(0, 8),
    seal: derive('address seal'),
    hash: derive('address hash'),
    session: derive('console session').export().toString('base64'),
    check: mark('key check'),
  };
}

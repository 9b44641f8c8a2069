import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { readKeys } from '#people/keys.ts';
import { hashAddress, openAddress, sealAddress } from '#people/seal.ts';
import { services } from '#services.ts';

function folder(): string {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'hearback-keys-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

const ours = Buffer.alloc(32, 1).toString('base64');
const another = Buffer.alloc(32, 2).toString('base64');
const number = '+447700900123';

it('seals an address so that only the key opens it, and differently each time', () => {
  const keys = readKeys(ours, folder());
  const sealed = sealAddress(keys, number);
  expect(sealed).not.toBe(sealAddress(keys, number));
  expect(openAddress(keys, { sealed, keyId: keys.id })).toBe(number);
  expect(() => openAddress(readKeys(another, folder()), { sealed, keyId: keys.id })).toThrow(
    `sealed with key ${keys.id}`,
  );
});

it('finds an address by a hash that needs the key and tells channels apart', () => {
  const keys = readKeys(ours, folder());
  expect(hashAddress(keys, 'sms', number)).toBe(hashAddress(keys, 'sms', number));
  expect(hashAddress(keys, 'sms', number)).not.toBe(hashAddress(keys, 'whatsapp', number));
  expect(hashAddress(keys, 'sms', number)).not.toBe(hashAddress(readKeys(another, folder()), 'sms', number));
});

it('makes a key file that only its owner reads, and keeps to it', () => {
  const dataDir = folder();
  const { id } = readKeys(null, dataDir);
  expect(statSync(path.join(dataDir, 'hearback.key')).mode & 0o777).toBe(0o600);
  expect(readKeys(null, dataDir).id).toBe(id);
});

it('says what is wrong with a key file that is no key', () => {
  const dataDir = folder();
  writeFileSync(path.join(dataDir, 'hearback.key'), 'not a key');
  expect(() => readKeys(null, dataDir)).toThrow('must hold 32 bytes in base64');
});

it('refuses to start with another key than the database was made with', async () => {
  const dataDir = folder();
  const start = (key: string) =>
    services(readConfig({ DATA_DIR: dataDir, HEARBACK_KEY: key }), createLogger('silent'));
  await (await start(ours)).close();
  await expect(start(another)).rejects.toThrow('This key does not open this database.');
  await (await start(ours)).close();
});

it('leaves no number in the bytes of the database', async () => {
  const dataDir = folder();
  const built = await services(readConfig({ DATA_DIR: dataDir }), createLogger('silent'));
  const phone = built.simulator.newPhone('sms');
  await built.receive(built.simulator.said(phone, 'high street'));
  await built.close();
  for (const name of readdirSync(dataDir).filter((file) => file.startsWith('hearback.db'))) {
    expect(readFileSync(path.join(dataDir, name)).includes(phone.address)).toBe(false);
  }
});

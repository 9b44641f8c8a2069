import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { hashAddress, sealAddress } from '#people/seal.ts';
import { type Services, services } from '#services.ts';
import { hearback as command, hearbackProcess } from '#tests/cli/hearback.ts';

const number = '+447700900123';

/** A place where one person has been heard, and the terminal beside it. */
async function place() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'hearback-erase-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const opened = async <T>(work: (built: Services) => Promise<T>): Promise<T> => {
    const built = await services(readConfig({ DATA_DIR: dataDir }), createLogger('silent'));
    try {
      return await work(built);
    } finally {
      await built.close();
    }
  };
  const residentId = await opened(async ({ store, keys, newId }) => {
    const id = newId();
    await store.turn(async ({ db }) => {
      await db.insertInto('residents').values({ id, language: 'en', createdAt: 0 }).execute();
      await db
        .insertInto('addresses')
        .values({
          id: newId(),
          residentId: id,
          channel: 'sms',
          account: '+447700900999',
          hash: hashAddress(keys, 'sms', number),
          sealed: sealAddress(keys, number),
          keyId: keys.id,
          createdAt: 0,
        })
        .execute();
    });
    return id;
  });
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'debug' };
  const hearback = (args: string[], input = '') => command(['erase', ...args], { input, env });
  const asProcess = (args: string[], input: string) => hearbackProcess(['erase', ...args], { input, env });
  const known = () => opened(({ store }) => store.read.selectFrom('residents').select('id').execute());
  const audit = () =>
    opened(({ store }) => store.read.selectFrom('audit').select(['action', 'officerId']).execute());
  return { residentId, hearback, asProcess, known, audit, opened };
}

test('an officer erases a number at the terminal, and nothing of it is printed', async () => {
  const { hearback, asProcess, known, audit } = await place();
  const asked = asProcess(['--address', number], 'ERASE\n');
  expect(asked).toMatchObject({ status: 0, stdout: expect.stringMatching(/Addresses: 1[\s\S]*Erased\./) });
  expect(asked.stdout + asked.stderr).not.toContain('7700900123');
  expect(await known()).toEqual([]);
  expect(await audit()).toEqual([{ action: 'resident.erase', officerId: null }]);
  expect(await hearback(['--address', number])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Nobody is known by that.'),
  });
});

test('nothing happens without the word, and by id with --yes nobody is asked', async () => {
  const { hearback, known, residentId } = await place();
  for (const typed of ['', '\n', 'yes\n'])
    expect(await hearback(['--resident', residentId], typed)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('Nothing was erased.'),
    });
  expect(await known()).toHaveLength(1);
  expect((await hearback(['--resident', residentId, '--yes'])).status).toBe(0);
  expect(await known()).toEqual([]);
});

test('says whom it needs, and what is in the way', async () => {
  const { hearback, known, opened, residentId } = await place();
  for (const args of [[], ['--address', number, '--resident', residentId]])
    expect(await hearback(args)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--resident ID'),
    });
  await opened(({ store, newId }) =>
    store.turn(({ db }) =>
      db
        .insertInto('cases')
        .values({ id: newId(), kind: 'safeguarding', residentId, state: 'open', createdAt: 0 })
        .execute(),
    ),
  );
  expect(await hearback(['--resident', residentId, '--yes'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('(safeguarding)'),
  });
  expect(await known()).toHaveLength(1);
});

import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import type { Channel, Forgotten, KeptMessage } from '#channels/channel.ts';
import { publishedOutcomes } from '#loop/published.ts';
import { type ErasingDeps, eraseDue } from '#people/erase.ts';
import { eraseNow } from '#people/eraseNow.ts';
import { replayTombstones } from '#people/replayTombstones.ts';
import { readTombstones } from '#people/tombstones.ts';
import { meetAddress } from '#store/addresses.ts';
import { requestErasure } from '#store/erasures.ts';
import { followUpProgress } from '#store/followUps.ts';
import { stopResident } from '#store/optOuts.ts';
import { consultation, DAY, NOON } from '#tests/loop/consultation.ts';
import { provider } from '#tests/outbox/ledger.ts';
import { databases, emptyDatabase, open } from '#tests/store/databases.ts';
import { testClock } from '#tests/support/clock.ts';
import { sendAll, type Town } from './outgoing.ts';
import { everything, SENTINEL, somebody, tablesOfResidents } from './somebody.ts';

/** A provider that remembers what it was asked to delete. */
function forgetful(answer: (message: KeptMessage) => Forgotten = () => ({ kind: 'done' })) {
  const asked: KeptMessage[] = [];
  const channel: Channel = {
    ...provider('sms'),
    forget: async (message) => {
      asked.push(message);
      return answer(message);
    },
  };
  return { asked, channel };
}

function erasing(
  town: Town,
  channel: Channel,
  clock = testClock(NOON),
): ErasingDeps & { clock: typeof clock } {
  const { store, newId } = town;
  return {
    store,
    newId,
    clock,
    channels: new Map([[channel.name, channel]]),
    log: pino({ level: 'silent' }),
    stopping: new AbortController().signal,
    dataDir: town.place.dataDir,
    removeMedia: (residentId) =>
      store.turn(({ db }) => db.deleteFrom('media').where('residentId', '=', residentId).execute()),
  };
}

const request = ({ store, newId }: Town, residentId: string) =>
  store.turn((tx) => requestErasure(tx, { residentId, messageId: null, now: NOON, newId }));

const tombstone = (town: Town) => readFileSync(path.join(town.place.dataDir, 'forgotten.jsonl'), 'utf8');

describe.each(databases)('forgetting somebody, on %s', (database) => {
  test('leaves no trace of them in any table, and everybody else as they were', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    const other = await town.contributor();
    const before = await everything(town.store);
    for (const table of await tablesOfResidents(town.store))
      if (!table.startsWith('erasure')) expect(before[table], table).toContain(them.residentId);
    expect(await request(town, them.residentId)).toBe('due');

    expect(await eraseDue(erasing(town, forgetful().channel))).toBe(1);
    const { erasures, ...after } = await everything(town.store);
    const whole = JSON.stringify(after);
    expect(them.traces.filter((trace) => whole.includes(trace))).toEqual([]);
    expect(JSON.parse(erasures ?? '')).toMatchObject([
      { residentId: them.residentId, state: 'done', erasedAt: NOON, removed: 2, left: 0 },
    ]);
    for (const table of ['responses', 'addresses', 'residents', 'consents'])
      expect(JSON.parse(after[table] ?? '')).toHaveLength(1);
    expect(whole).toContain(other.residentId);
    expect(tombstone(town)).toContain(them.residentId);
    expect(await eraseDue(erasing(town, forgetful().channel))).toBe(0);
  });

  test('asks the provider for each message, in and out, once', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await request(town, them.residentId);
    const { asked, channel } = forgetful();
    await eraseDue(erasing(town, channel));
    expect(asked).toEqual([
      { providerId: them.inSid, at: NOON - 1000, farewell: false },
      { providerId: them.outSid, at: NOON, farewell: false },
    ]);
  });

  test('waits for our last words to leave, tells the provider which they are, and sends nothing else', async () => {
    const town = await consultation(database);
    const { residentId, address } = await town.contributor();
    await town.publish(await town.draft());
    await request(town, residentId);
    expect(await town.deliveries()).toMatchObject([{ purpose: 'followUp', state: 'cancelled' }]);
    await town.store.turn(({ db }) =>
      db
        .insertInto('deliveries')
        .values({
          id: town.newId(),
          followUpId: null,
          conversationId: null,
          residentId,
          addressId: address.id,
          channel: 'sms',
          account: address.account,
          purpose: 'service',
          state: 'queued',
          body: JSON.stringify({ text: 'You are forgotten.', choices: [] }),
          attempts: 0,
          notBefore: NOON,
          createdAt: NOON,
        })
        .execute(),
    );
    const { asked, channel } = forgetful();
    const deps = erasing(town, channel);
    expect(await eraseDue(deps)).toBe(0);
    expect((await sendAll(town)).map(({ text }) => text)).toEqual(['You are forgotten.']);
    expect(await eraseDue(deps)).toBe(1);
    expect(asked).toMatchObject([{ farewell: true }]);
  });

  test('waits no longer than an hour for them', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await town.store.turn(({ db }) =>
      db.updateTable('deliveries').set({ state: 'attempting' }).where('id', '=', them.deliveryId).execute(),
    );
    await request(town, them.residentId);
    const deps = erasing(town, forgetful().channel);
    expect(await eraseDue(deps)).toBe(0);
    deps.clock.advance(60 * 60_000);
    expect(await eraseDue(deps)).toBe(1);
  });

  test('asks a provider that does not answer again for half an hour, then goes on without it and says so', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await request(town, them.residentId);
    const { asked, channel } = forgetful(({ providerId }) =>
      providerId === them.outSid ? { kind: 'retry', afterMs: 1000 } : { kind: 'done' },
    );
    const deps = erasing(town, channel);
    let minutes = 0;
    while ((await eraseDue(deps)) === 0 && minutes < 60) {
      deps.clock.advance(60_000);
      minutes += 1;
    }
    expect(minutes).toBeLessThan(35);
    const tries = (sid: string) => asked.filter(({ providerId }) => providerId === sid).length;
    expect([tries(them.inSid), tries(them.outSid)]).toEqual([1, 6]);
    expect(await town.store.read.selectFrom('erasures').selectAll().execute()).toMatchObject([
      { state: 'done', removed: 1, left: 1 },
    ]);
  });

  test('counts what an API cannot delete, and what no channel is there for', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await request(town, them.residentId);
    const chat: Channel = { ...provider('telegram'), name: 'telegram' };
    expect(await eraseDue(erasing(town, chat))).toBe(1);
    expect(await town.store.read.selectFrom('erasures').select(['removed', 'left']).execute()).toEqual([
      { removed: 0, left: 2 },
    ]);
  });

  test('takes what came in meanwhile with it, also from the provider', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await request(town, them.residentId);
    const late = `SM${'c'.repeat(32)}`;
    const { asked, channel } = forgetful();
    const deps = erasing(town, channel);
    const writeOnce = async () => {
      const { id: _, ...row } = await town.store.read
        .selectFrom('messages')
        .selectAll()
        .executeTakeFirstOrThrow();
      await town.store.turn(({ db }) =>
        db
          .insertInto('messages')
          .values({ ...row, id: town.newId(), dedupeKey: late, providerId: late })
          .execute(),
      );
    };
    expect(await eraseDue({ ...deps, removeMedia: writeOnce })).toBe(0);
    expect(await eraseDue(deps)).toBe(1);
    expect(asked.map(({ providerId }) => providerId)).toContain(late);
  });

  test('is done once by two processes at once, while they write in again', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await request(town, them.residentId);
    const there = { ...town, store: await open(town.place) };
    const { address } = them;
    const writeIn = () =>
      town.store.turn((tx) =>
        meetAddress(tx, {
          channel: 'sms',
          account: address.account,
          hash: address.hash,
          keyId: address.keyId,
          now: NOON,
          newId: town.newId,
          seal: () => address.sealed,
        }),
      );
    const [one, other] = await Promise.all([
      eraseDue(erasing(town, forgetful().channel)),
      eraseDue(erasing(there, forgetful().channel)),
      writeIn(),
    ]);
    expect(one + other).toBe(1);
    const { residentId } = await writeIn();
    expect(residentId).not.toBe(them.residentId);
    const { erasures: _, ...rest } = await everything(town.store);
    expect(JSON.stringify(rest)).not.toContain(them.residentId);
    expect(JSON.parse(rest.residents ?? '')).toMatchObject([{ id: residentId }]);
  });

  test('that fails half way for one keeps nobody else waiting, and is tried again', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    const other = await town.contributor();
    await request(town, them.residentId);
    await request(town, other.residentId);
    const deps = erasing(town, forgetful().channel);
    const removeMedia = async (residentId: string) => {
      if (residentId === them.residentId) throw new Error('EACCES');
    };
    expect(await eraseDue({ ...deps, removeMedia })).toBe(1);
    const known = await town.store.read.selectFrom('residents').select('id').execute();
    expect(known).toEqual([{ id: them.residentId }]);
    expect(await eraseDue(deps)).toBe(1);
  });

  test('erases nothing where it cannot be written down outside the database', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await request(town, them.residentId);
    const deps = erasing(town, forgetful().channel);
    const noFolder = path.join(town.place.dataDir, 'a-file');
    writeFileSync(noFolder, '');
    expect(await eraseDue({ ...deps, dataDir: noFolder })).toBe(0);
    expect(await town.store.read.selectFrom('residents').select('id').execute()).toHaveLength(1);
    expect(await eraseDue(deps)).toBe(1);
  });

  test('is read from a file that a crash cut short, and goes on being written to it', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    const deps = erasing(town, forgetful().channel);
    writeFileSync(path.join(town.place.dataDir, 'forgotten.jsonl'), '{"residentId":"cut sh');
    await request(town, them.residentId);
    await eraseDue(deps);
    expect(readTombstones(town.place.dataDir)).toEqual([{ residentId: them.residentId, erasedAt: NOON }]);
  });

  test('lets go in the midst where the process is to stop, and goes on in the next', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await request(town, them.residentId);
    const { asked, channel } = forgetful();
    const deps = erasing(town, channel);
    expect(await eraseDue({ ...deps, stopping: AbortSignal.abort() })).toBe(0);
    expect(asked).toEqual([]);
    expect(await eraseDue(deps)).toBe(1);
  });

  test('keeps the counts of a follow-up and what is published true, without a link to them', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    for (let n = 0; n < 5; n += 1) await town.contributor();
    const outcomeId = await town.draft();
    await town.publish(outcomeId);
    await sendAll(town);
    const counts = async () => ({
      progress: await followUpProgress(town.store.read, outcomeId),
      told: (await publishedOutcomes(town.store.read))[0]?.told,
    });
    const before = await counts();
    expect(before).toEqual({ progress: [{ state: 'accepted', count: 6 }], told: 6 });
    await request(town, them.residentId);
    await eraseDue(erasing(town, forgetful().channel));
    expect(await counts()).toEqual(before);
    expect(await town.texts()).toContain('');
  });

  test('keeps a STOP by address hash alone, and that a case was there', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await town.store.turn((tx) => stopResident(tx, them.residentId, NOON));
    await request(town, them.residentId);
    await eraseDue(erasing(town, forgetful().channel));
    const { optOuts, cases, ...rest } = await everything(town.store);
    expect(optOuts).toContain(them.address.hash);
    expect(JSON.stringify(rest)).not.toContain(them.address.hash);
    expect(JSON.parse(cases ?? '')).toMatchObject([
      { kind: 'question', state: 'closed', residentId: null, messageId: null, createdAt: NOON },
    ]);
  });

  test.each(['safeguarding', 'child', 'complaint'] as const)(
    'is for a person to decide while a case of kind %s is open',
    async (kind) => {
      const town = await consultation(database);
      const them = await somebody(town);
      await town.store.turn(({ db }) => db.updateTable('cases').set({ kind }).execute());
      expect(await request(town, them.residentId)).toBe('byPerson');
      expect(await request(town, them.residentId)).toBe('byPerson');
      const cases = await town.store.read.selectFrom('cases').selectAll().orderBy('id').execute();
      expect(cases).toMatchObject([
        { kind },
        { kind: 'erasure', residentId: them.residentId, dueAt: NOON + 28 * DAY },
      ]);
      const deps = erasing(town, forgetful().channel);
      expect(await eraseDue(deps)).toBe(0);

      const decision = { residentId: them.residentId, officerId: 'an-officer' };
      expect(await eraseNow(deps, decision)).toMatchObject({ kind: 'inTheWay', cases: [{ kind }] });
      await town.store.turn(({ db }) =>
        db.updateTable('cases').set({ state: 'closed' }).where('kind', '=', kind).execute(),
      );
      expect(await eraseNow(deps, decision)).toEqual({ kind: 'due' });
      expect(await eraseDue(deps)).toBe(1);
      expect(await eraseNow(deps, decision)).toEqual({ kind: 'unknown' });
      expect(await town.store.read.selectFrom('audit').selectAll().execute()).toMatchObject([
        { officerId: 'an-officer', action: 'resident.erase', subject: expect.stringMatching(/^erasures\//) },
      ]);
      expect(
        await town.store.read.selectFrom('cases').select(['kind', 'state']).orderBy('id').execute(),
      ).toEqual([
        { kind, state: 'closed' },
        { kind: 'erasure', state: 'closed' },
      ]);
    },
  );

  test('is done for who has asked for a copy and then to be forgotten, and never by an officer before the copy', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    const deps = erasing(town, forgetful().channel);
    await town.store.turn(({ db }) => db.updateTable('cases').set({ kind: 'data' }).execute());
    const decision = { residentId: them.residentId, officerId: 'an-officer' };
    expect(await eraseNow(deps, decision)).toMatchObject({ kind: 'inTheWay', cases: [{ kind: 'data' }] });
    expect(await request(town, them.residentId)).toBe('due');
    expect(await eraseDue(deps)).toBe(1);
  });

  test('happens again before serving where an older backup was put back', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    const rows = await everything(town.store);
    const residents = JSON.parse(rows.residents ?? '') as never[];
    const messages = JSON.parse(rows.messages ?? '') as never[];
    await request(town, them.residentId);
    const deps = erasing(town, forgetful().channel);
    await eraseDue(deps);
    await town.store.turn(async ({ db }) => {
      await db.deleteFrom('erasures').execute();
      await db.insertInto('residents').values(residents).execute();
      await db.insertInto('messages').values(messages).execute();
    });
    expect(await replayTombstones(deps)).toBe(1);
    expect(JSON.stringify(await everything(town.store))).not.toContain(them.residentId);
    expect(await replayTombstones(deps)).toBe(0);
  });

  test('is written down again where the file of the forgotten is new', async () => {
    const town = await consultation(database);
    const them = await somebody(town);
    await request(town, them.residentId);
    const deps = erasing(town, forgetful().channel);
    await eraseDue(deps);
    rmSync(path.join(town.place.dataDir, 'forgotten.jsonl'));
    await replayTombstones(deps);
    await replayTombstones(deps);
    expect(tombstone(town).match(new RegExp(them.residentId, 'g'))).toHaveLength(1);
  });
});

describe('in the files of SQLite', () => {
  const bytesOf = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.startsWith('hearback.db'))
      .map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));

  test('no byte of their words or their sealed address is left, while the product runs', async () => {
    const town = await consultation('sqlite');
    for (let n = 0; n < 30; n += 1) await town.contributor({ said: { text: `Answer ${n} `.repeat(40) } });
    const them = await somebody(town);
    const found = () =>
      bytesOf(town.place.dataDir).flatMap(({ name, bytes }) =>
        [SENTINEL, them.address.sealed, them.address.hash, them.inSid]
          .filter((trace) => bytes.includes(trace))
          .map((trace) => `${name}: ${trace}`),
      );
    expect(found().length).toBeGreaterThan(0);
    await request(town, them.residentId);
    await eraseDue(erasing(town, forgetful().channel));
    expect(found()).toEqual([]);
  });

  test('an old copy of them, put back, is cleaned before anybody is served', async () => {
    const town = await consultation('sqlite');
    const them = await somebody(town);
    const restored = await emptyDatabase('sqlite');
    const put = (name: string) =>
      copyFileSync(path.join(town.place.dataDir, name), path.join(restored.dataDir, name));
    await town.store.scrub();
    put('hearback.db');
    await request(town, them.residentId);
    await eraseDue(erasing(town, forgetful().channel));
    put('forgotten.jsonl');

    const store = await open(restored);
    const deps = erasing({ ...town, place: restored, store }, forgetful().channel);
    expect(await replayTombstones(deps)).toBe(1);
    for (const { bytes } of bytesOf(restored.dataDir))
      expect(bytes.includes(SENTINEL) || bytes.includes(them.address.sealed)).toBe(false);
  });
});

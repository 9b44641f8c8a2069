import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Fetched } from '#channels/channel.ts';
import { fetchWaiting } from '#media/fetch.ts';
import { leaseMs, mostFetches } from '#media/lease.ts';
import { removeMedia } from '#media/remove.ts';
import { sweepMedia } from '#media/sweep.ts';
import { databases, emptyDatabase, open } from '#tests/store/databases.ts';
import * as made from './bytes.ts';
import { due, file, mediaRoom } from './room.ts';

const everything = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe.each(databases)('on %s', (database) => {
  const openRoom = async (more: Parameters<typeof mediaRoom>[1] = {}) =>
    mediaRoom(await open(await emptyDatabase(database)), more);

  test('a photo is kept without where it was taken, and put before a person', async () => {
    const room = await openRoom();
    const id = await room.arrive('photo', file(await made.phonePhoto(), 'text/html'));
    await fetchWaiting(room.deps);
    expect(await room.row(id)).toMatchObject({
      state: 'stored',
      contentType: 'image/jpeg',
      width: 40,
      height: 60,
      speech: 'none',
      claim: null,
    });
    expect(room.file(id)?.includes('Sentinel')).toBe(false);
    expect(everything(room.folder)).toEqual([id]);
    expect(room.forgotten).toEqual(['photo']);
    expect(await room.cases()).toMatchObject([{ kind: 'media', state: 'open', dueAt: due }]);
    await fetchWaiting(room.deps);
    expect(room.asked).toEqual(['photo']);
  });

  test('a recording is kept byte for byte', async () => {
    const room = await openRoom();
    const id = await room.arrive('voice', file(made.oggOpus, 'image/png'));
    await fetchWaiting(room.deps);
    expect(room.file(id)?.equals(made.oggOpus)).toBe(true);
    expect(await room.row(id)).toMatchObject({
      contentType: 'audio/ogg',
      bytes: made.oggOpus.length,
      width: null,
    });
  });

  test.each<[string, Fetched, string]>([
    ['what runs', file(Buffer.from('<svg onload="alert(1)"/>'), 'image/png'), 'type'],
    ['a broken picture', file(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'image/jpeg'), 'type'],
    ['too much, said by the provider', { kind: 'tooLarge' }, 'size'],
    ['too much, past the provider', file(Buffer.alloc(1024 * 1024 + 1, 'a')), 'size'],
    ['what is gone', { kind: 'gone' }, 'gone'],
    ['what is elsewhere', { kind: 'elsewhere' }, 'host'],
  ])('%s is not kept, and a person hears of it', async (_, fetched, reason) => {
    const room = await openRoom();
    const id = await room.arrive('it', fetched);
    await fetchWaiting(room.deps);
    expect(await room.row(id)).toMatchObject({ state: 'refused', reason, claim: null });
    expect(everything(room.folder)).toEqual([]);
    expect(await room.cases()).toMatchObject([{ kind: 'media' }]);
  });

  test('one slow moment of a provider costs a wait, and it is not asked for ever', async () => {
    const room = await openRoom();
    const answers: Fetched[] = [{ kind: 'retry', afterMs: 90_000 }];
    const id = await room.arrive('it', async () => answers.shift() ?? { kind: 'retry', afterMs: 0 });
    await fetchWaiting(room.deps);
    expect((await room.row(id)).notBefore).toBe(room.clock.now() + 90_000);
    await fetchWaiting(room.deps);
    expect(room.asked).toHaveLength(1);
    for (let n = 0; n < 2 * mostFetches; n += 1) {
      room.clock.advance(3 * 3_600_000);
      await fetchWaiting(room.deps);
    }
    expect(room.asked).toHaveLength(mostFetches);
    expect(await room.row(id)).toMatchObject({ state: 'refused', reason: 'gone' });
  });

  test('two processes never both fetch one', async () => {
    const place = await emptyDatabase(database);
    const one = mediaRoom(await open(place), {}, 'one');
    const other = mediaRoom(await open(place), { folder: one.folder }, 'other');
    const started = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<Fetched>();
    const id = await one.arrive('it', () => {
      started.resolve();
      return gate.promise;
    });
    const fetching = fetchWaiting(one.deps);
    await started.promise;
    await fetchWaiting(other.deps);
    expect(other.asked).toEqual([]);
    gate.resolve(file(made.pdf));
    await fetching;
    expect(await one.row(id)).toMatchObject({ state: 'stored', contentType: 'application/pdf' });
  });

  test('whoever comes back after its lease writes nothing', async () => {
    const place = await emptyDatabase(database);
    const one = mediaRoom(await open(place), {}, 'one');
    const other = mediaRoom(await open(place), { folder: one.folder }, 'other');
    const started = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<Fetched>();
    const id = await one.arrive('it', () => {
      started.resolve();
      return gate.promise;
    });
    const fetching = fetchWaiting(one.deps);
    await started.promise;
    other.clock.advance(leaseMs);
    await fetchWaiting(other.deps);
    expect(await one.row(id)).toMatchObject({ state: 'refused', reason: 'gone' });
    gate.resolve(file(made.pdf));
    await fetching;
    expect(await one.row(id)).toMatchObject({ state: 'refused' });
    expect(everything(one.folder)).toEqual([]);
  });

  test('forgetting somebody deletes their files and rows, and what is being fetched just then', async () => {
    const room = await openRoom();
    const kept = await room.arrive('kept', file(made.pdf));
    const others = await room.arrive('theirs', file(made.pdf));
    await fetchWaiting(room.deps);
    const { residentId } = await room.row(kept);
    expect(await removeMedia(room.deps, residentId)).toBe(1);
    expect(everything(room.folder)).toEqual([others]);
    await expect(room.row(kept)).rejects.toThrow();

    const started = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<Fetched>();
    const late = await room.arrive('late', () => {
      started.resolve();
      return gate.promise;
    });
    const fetching = fetchWaiting(room.deps);
    await started.promise;
    await removeMedia(room.deps, (await room.row(late)).residentId);
    gate.resolve(file(made.pdf));
    await fetching;
    expect(everything(room.folder)).toEqual([others]);
    await expect(room.row(late)).rejects.toThrow();
  });
});

describe('after a crash or a restored backup', () => {
  const openRoom = async () => mediaRoom(await open(await emptyDatabase('sqlite')));
  const long = new Date(Date.now() - 24 * 3_600_000);

  test('a missing file is fetched again, once', async () => {
    const room = await openRoom();
    const id = await room.arrive('it', file(made.pdf));
    await fetchWaiting(room.deps);
    rmSync(room.folder, { recursive: true });
    expect(await sweepMedia(room.deps)).toEqual({ dropped: 0, missing: 1 });
    await fetchWaiting(room.deps);
    expect(room.file(id)?.equals(made.pdf)).toBe(true);
    expect(await room.cases()).toHaveLength(1);
    expect(await sweepMedia(room.deps)).toEqual({ dropped: 0, missing: 0 });
  });

  test('files without a row go, and drafts; what somebody may just be writing stays', async () => {
    const room = await openRoom();
    const id = await room.arrive('it', file(made.pdf));
    await fetchWaiting(room.deps);
    mkdirSync(path.join(room.folder, 'zz'));
    for (const name of ['nobody', `${id}.claim.part`, 'new']) {
      const place = path.join(room.folder, 'zz', name);
      writeFileSync(place, 'x');
      if (name !== 'new') utimesSync(place, long, long);
    }
    expect(await sweepMedia(room.deps)).toEqual({ dropped: 2, missing: 0 });
    expect(everything(room.folder).sort()).toEqual([id, 'new'].sort());
  });

  test('a full disk keeps nothing and loses nothing: it is fetched again', async () => {
    const room = await openRoom();
    const id = await room.arrive('it', file(made.pdf));
    writeFileSync(path.join(room.folder, id.slice(-2)), 'a file where a folder must be');
    await fetchWaiting(room.deps);
    expect(await room.row(id)).toMatchObject({ state: 'waiting' });
    rmSync(path.join(room.folder, id.slice(-2)));
    room.clock.advance(leaseMs);
    await fetchWaiting(room.deps);
    expect(await room.row(id)).toMatchObject({ state: 'stored' });
  });

  test('a stop in the middle leaves it for the next start', async () => {
    const stop = new AbortController();
    const room = mediaRoom(await open(await emptyDatabase('sqlite')), { stopping: stop.signal });
    const id = await room.arrive('it', async () => {
      stop.abort();
      return { kind: 'retry', afterMs: 5000 };
    });
    await fetchWaiting(room.deps);
    expect(await room.row(id)).toMatchObject({ state: 'waiting', claim: null, attempts: 0 });
  });
});

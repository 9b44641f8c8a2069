import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Channel, Fetched } from '#channels/channel.ts';
import { createLogger } from '#logger.ts';
import type { MediaDeps } from '#media/deps.ts';
import { placeOf } from '#media/files.ts';
import type { Store } from '#store/db.ts';
import { keepMedia } from '#store/media.ts';
import { type TestClock, testClock, testIds } from '#tests/support/clock.ts';

export const fridayNoon = Date.UTC(2026, 10, 20, 12);
export const due = fridayNoon + 3 * 24 * 3_600_000;

/** The room of files on this store, with a provider that gives what a test says. */
export function mediaRoom(store: Store, more: Partial<MediaDeps> = {}, seed = 'media') {
  const folder = more.folder ?? mkdtempSync(path.join(os.tmpdir(), 'hearback-media-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clock: TestClock = testClock(fridayNoon);
  const newId = testIds(seed);
  const given = new Map<string, Fetched | (() => Promise<Fetched>)>();
  const asked: string[] = [];
  const forgotten: string[] = [];
  const heard: [mediaId: string, text: string][] = [];
  const provider: Channel = {
    name: 'simulator',
    capabilities: () => {
      throw new Error('Nobody asks here.');
    },
    send: async () => ({ kind: 'unknown', code: null }),
    fetchMedia: async ({ ref }) => {
      asked.push(ref);
      const found = given.get(ref) ?? { kind: 'gone' };
      return typeof found === 'function' ? await found() : found;
    },
    forgetMedia: async (ref) => void forgotten.push(ref),
  };
  const deps: MediaDeps = {
    store,
    channels: new Map([['simulator', provider]]),
    clock,
    newId,
    log: createLogger('silent'),
    folder,
    maxBytes: 1024 * 1024,
    transcriber: null,
    dueAt: () => due,
    transcribed: async (mediaId, text) => heard.push([mediaId, text]) > 0,
    stopping: new AbortController().signal,
    ...more,
  };
  return {
    deps,
    clock,
    folder,
    asked,
    forgotten,
    heard,
    /** A message with one file; gives the file's id. */
    arrive: async (ref: string, fetched?: Fetched | (() => Promise<Fetched>)): Promise<string> => {
      if (fetched !== undefined) given.set(ref, fetched);
      await store.turn(async (tx) => {
        const [residentId, addressId, messageId] = [newId(), newId(), newId()];
        const at = clock.now();
        await tx.db
          .insertInto('residents')
          .values({ id: residentId, language: null, createdAt: at })
          .execute();
        await tx.db
          .insertInto('addresses')
          .values({
            id: addressId,
            residentId,
            channel: 'simulator',
            account: 'simulator',
            hash: `hash of ${residentId}`,
            sealed: '',
            keyId: 'test',
            createdAt: at,
          })
          .execute();
        await tx.db
          .insertInto('messages')
          .values({
            id: messageId,
            channel: 'simulator',
            dedupeKey: messageId,
            residentId,
            addressId,
            kind: 'media',
            text: '',
            media: '[]',
            receivedAt: at,
            state: 'handled',
          })
          .execute();
        const media = [{ ref, contentType: null }];
        await keepMedia(tx, { messageId, residentId, channel: 'simulator', media, now: at, newId });
      });
      const row = await store.read
        .selectFrom('media')
        .select('id')
        .where('ref', '=', ref)
        .executeTakeFirstOrThrow();
      return row.id;
    },
    row: (id: string) =>
      store.read.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    cases: () => store.read.selectFrom('cases').selectAll().orderBy('id').execute(),
    file: (id: string): Buffer | null => {
      const place = path.join(folder, placeOf(id));
      return existsSync(place) ? readFileSync(place) : null;
    },
  };
}

export function file(bytes: Buffer, contentType: string | null = null): Fetched {
  return { kind: 'file', bytes, contentType };
}

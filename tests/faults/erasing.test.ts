import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hashAddress, sealAddress } from '#people/seal.ts';
import { dueErasure } from '#store/erasures.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openLater } from './afterwards.ts';
import { chance } from './chance.ts';
import { freePort, product, settings, temporaryFolder } from './product.ts';
import { bothProviders, ourNumber } from './town.ts';

const number = '+447700900731';
const SENTINEL = 'quincunx';
const MESSAGES = 40;
const sidOf = (message: number) => `SM${String(message).padStart(32, '0')}`;

test('killed again and again in the midst of forgetting somebody: the next life goes on, and all of it goes', {
  timeout: 120_000,
}, async () => {
  const random = chance(20_261_123);
  const { twilio } = await bothProviders();
  const env = settings({
    ...twilio.env,
    TWILIO_FROM: ourNumber,
    PORT: String(await freePort()),
    DATA_DIR: temporaryFolder(),
  }) as Record<string, string> & { PORT: string; DATA_DIR: string };

  const before = await openLater(env);
  const { store, keys, newId, clock } = before;
  const residentId = newId();
  const addressId = newId();
  const sealed = sealAddress(keys, number);
  await store.turn(async (tx) => {
    await tx.db
      .insertInto('residents')
      .values({ id: residentId, language: 'en', createdAt: clock.now() })
      .execute();
    await tx.db
      .insertInto('addresses')
      .values({
        id: addressId,
        residentId,
        channel: 'sms',
        account: ourNumber,
        hash: hashAddress(keys, 'sms', number),
        sealed,
        keyId: keys.id,
        createdAt: clock.now(),
      })
      .execute();
    for (let message = 0; message < MESSAGES; message += 1)
      await tx.db
        .insertInto('messages')
        .values({
          id: newId(),
          channel: 'sms',
          dedupeKey: sidOf(message),
          providerId: sidOf(message),
          residentId,
          addressId,
          conversationId: null,
          kind: 'text',
          text: `${SENTINEL} ${message}`,
          choice: null,
          media: '[]',
          replyTo: null,
          sentAt: null,
          receivedAt: clock.now() + message,
          state: 'handled',
        })
        .execute();
    await dueErasure(tx, { id: newId(), residentId, requestedAt: clock.now(), officerId: null });
  });
  await before.close();

  const hearback = product(env);
  let kills = 0;
  for (let gone = 0; gone < MESSAGES - 8; gone += 4 + random.upTo(8)) {
    await hearback.start();
    await twilio.removed(Math.max(gone, twilio.deleted.length + 1));
    await hearback.kill();
    kills += 1;
  }
  await hearback.start();
  const buried = path.join(env.DATA_DIR, 'forgotten.jsonl');
  const database = () =>
    readdirSync(env.DATA_DIR)
      .filter((name) => name.startsWith('hearback.db'))
      .map((name) => readFileSync(path.join(env.DATA_DIR, name)));
  const left = () => database().some((bytes) => bytes.includes(SENTINEL) || bytes.includes(sealed));
  await eventually(left).toBe(false);
  await hearback.kill();

  expect(kills).toBeGreaterThan(2);
  // Once each: Twilio itself remembers what an answer that was lost had done.
  expect(twilio.deleted.toSorted()).toEqual(Array.from({ length: MESSAGES }, (_, message) => sidOf(message)));
  expect(existsSync(buried) && readFileSync(buried, 'utf8')).toContain(residentId);
  const after = await openLater(env);
  expect(await after.store.read.selectFrom('erasures').selectAll().execute()).toMatchObject([
    { residentId, removed: MESSAGES, left: 0 },
  ]);
  expect(await after.store.read.selectFrom('messages').select('id').execute()).toEqual([]);
  expect(hearback.said()).not.toMatch(/7700900|quincunx|"level":50/);
});

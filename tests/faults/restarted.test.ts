import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { replay } from '#conversation/replay.ts';
import { eventually } from '#tests/support/eventually.ts';
import { ownPostgres } from '#tests/support/postgres.ts';
import { MUCH_LATER, openLater, sendTheRest } from './afterwards.ts';
import { freePort, product, settings, temporaryFolder } from './product.ts';
import { bothProviders, ourNumber } from './town.ts';
import { post, writersTo } from './writing.ts';

test('PostgreSQL stopped and started again while residents write: asked to come again, and nothing is lost', {
  timeout: 120_000,
}, async () => {
  const database = await ownPostgres();
  const providers = await bothProviders();
  const { twilio, telegram } = providers;
  const PORT = String(await freePort());
  const PUBLIC_URL = `http://127.0.0.1:${PORT}`;
  const env = {
    ...settings({ ...twilio.env, ...telegram.env, TWILIO_FROM: ourNumber, PUBLIC_URL }),
    DATABASE_URL: database.url,
    HEARBACK_KEY: randomBytes(32).toString('base64'),
    PORT,
    DATA_DIR: temporaryFolder(),
  };
  twilio.callsTo({ local: PUBLIC_URL });
  telegram.callsTo({ local: PUBLIC_URL });
  const hearback = product(env);
  await hearback.start();
  const webhooks = post(PUBLIC_URL);
  const writers = writersTo(providers, 40);
  const load = Promise.all(
    writers.map(async ({ calls }) => {
      for (const call of calls) await webhooks.untilAcknowledged(call);
    }),
  );
  for (let stop = 0; stop < 3; stop += 1) {
    // Stopped with half of these on their way; then everyone writes, and nobody can be heard.
    webhooks.open(30);
    await webhooks.until(webhooks.acknowledged() + 15);
    const before = webhooks.refusals().length;
    await database.stop();
    webhooks.open();
    await eventually(() => webhooks.refusals().length).toBeGreaterThan(before + 10);
    webhooks.closed();
    await database.resume();
  }
  webhooks.open();
  await load;
  expect(new Set(webhooks.refusals())).toEqual(new Set([503]));
  await hearback.kill();
  const untrue = hearback
    .said()
    .split('\n')
    .filter((line) => /7700900|it is kept and a case is open/.test(line));
  expect(untrue).toEqual([]);

  const later = await openLater(env, MUCH_LATER);
  await later.wake();
  await sendTheRest(later);
  const { read } = later.store;
  const messages = await read.selectFrom('messages').select('dedupeKey').execute();
  expect(messages.map(({ dedupeKey }) => dedupeKey).toSorted()).toEqual(
    writers.flatMap(({ keys }) => keys).toSorted(),
  );
  expect(await read.selectFrom('cases').selectAll().execute()).toEqual([]);
  const texts = await read.selectFrom('responses').select('text').execute();
  expect(texts.map(({ text }) => text).toSorted()).toEqual(
    writers.map(({ words }) => words.join('\n')).toSorted(),
  );
  for (const { id } of await read.selectFrom('conversations').select('id').execute()) {
    const organisation = later.config.organisation;
    const { stored, replayed } = await replay(read, { ...later, organisation }, id);
    expect(replayed).toEqual(stored);
  }
  const states = await read.selectFrom('deliveries').select('state').distinct().execute();
  expect(states).toEqual([{ state: 'accepted' }]);
});

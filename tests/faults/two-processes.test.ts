import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { replay } from '#conversation/replay.ts';
import { eventually } from '#tests/support/eventually.ts';
import { bareDatabase } from '#tests/support/postgres.ts';
import { deliver } from '#tests/support/providers/our-side.ts';
import { MUCH_LATER, openLater } from './afterwards.ts';
import { chance } from './chance.ts';
import { freePort, product, settings, temporaryFolder } from './product.ts';
import { aboutToPublish, readyToPublish } from './publishing.ts';
import { bothProviders, ourNumber, smsNumber } from './town.ts';
import { writersTo } from './writing.ts';

test('two processes on one PostgreSQL: nothing is lost, answered twice or told twice', {
  timeout: 120_000,
}, async () => {
  const random = chance(20_261_122);
  const database = await bareDatabase();
  onTestFinished(database.drop);
  const providers = await bothProviders();
  const { twilio, telegram } = providers;
  const publicUrl = 'http://listen.example.org';
  const shared = settings({
    ...twilio.env,
    ...telegram.env,
    TWILIO_FROM: ourNumber,
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    HEARBACK_KEY: randomBytes(32).toString('base64'),
  });
  const ports = [String(await freePort()), String(await freePort())];
  const both = ports.map((PORT) => product({ ...shared, PORT, DATA_DIR: temporaryFolder() }));
  // At once, on a database that has no tables yet.
  await Promise.all(both.map((one) => one.start()));
  twilio.callsTo({ local: both[0]!.url, publicUrl });
  telegram.callsTo({ local: both[0]!.url, publicUrl });

  const writers = writersTo(providers, 40);
  const answers: number[] = [];
  await Promise.all(
    writers.map(async ({ calls }) => {
      for (const call of calls) {
        // Often to both at the same moment, as a provider does that lost patience with a proxy.
        const to = random.upTo(3) === 0 ? both : [both[random.upTo(2)]!];
        const heard = await Promise.all(to.map(({ url }) => deliver({ local: url, publicUrl }, call)));
        answers.push(...heard.map(({ status }) => status));
      }
    }),
  );
  expect(new Set(answers)).toEqual(new Set([200]));
  const posts = () => twilio.posts.length + telegram.posts().length;
  // The question, and what was asked about privacy.
  await eventually(posts).toBe(2 * writers.length);

  const here = await openLater({ ...shared, DATA_DIR: temporaryFolder() });
  const { outcomeId } = await readyToPublish(here, 60, 100);
  const officers = await Promise.all(both.map(({ url }) => aboutToPublish(url, outcomeId)));
  expect(await Promise.all(officers.map((officer) => officer.confirm()))).toEqual([303, 303]);
  await eventually(posts).toBe(2 * writers.length + 60);
  const { read } = here.store;
  const open = read.selectFrom('deliveries').select('id').where('state', 'in', ['queued', 'attempting']);
  await eventually(async () => (await open.execute()).length).toBe(0);
  await Promise.all(both.map((one) => one.kill()));

  for (let resident = 100; resident < 160; resident += 1) {
    expect(twilio.log().filter(({ to }) => to === smsNumber(resident))).toHaveLength(1);
  }
  const states = await read.selectFrom('deliveries').select(['state', 'attempts']).distinct().execute();
  expect(states).toEqual([{ state: 'accepted', attempts: 1 }]);
  const messages = await read.selectFrom('messages').select('dedupeKey').execute();
  expect(messages.map(({ dedupeKey }) => dedupeKey).toSorted()).toEqual(
    writers.flatMap(({ keys }) => keys).toSorted(),
  );
  expect(await read.selectFrom('cases').selectAll().execute()).toEqual([]);

  const later = await openLater({ ...shared, DATA_DIR: temporaryFolder() }, MUCH_LATER);
  await later.wake();
  const texts = await read
    .selectFrom('responses')
    .select('text')
    .where('conversationId', 'is not', null)
    .execute();
  expect(texts.map(({ text }) => text).toSorted()).toEqual(
    writers.map(({ words }) => words.join('\n')).toSorted(),
  );
  for (const { id } of await read.selectFrom('conversations').select('id').execute()) {
    const { stored, replayed } = await replay(
      read,
      { ...later, organisation: later.config.organisation },
      id,
    );
    expect(replayed).toEqual(stored);
  }
  expect(both.map((one) => one.said()).join('')).not.toMatch(/7700900|"level":50/);
});

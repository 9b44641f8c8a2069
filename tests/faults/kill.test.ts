import { expect, test } from 'vitest';
import { replay } from '#conversation/replay.ts';
import { openAddress } from '#people/seal.ts';
import { eventually } from '#tests/support/eventually.ts';
import { rateLimited } from '#tests/support/providers/twilio-answers.ts';
import { MUCH_LATER, openLater, sendTheRest } from './afterwards.ts';
import { chance } from './chance.ts';
import { freePort, product, settings, temporaryFolder } from './product.ts';
import { aboutToPublish, readyToPublish } from './publishing.ts';
import { bothProviders, ourNumber, smsNumber } from './town.ts';
import { post, writersTo } from './writing.ts';

/** How many messages one process may have with the providers at once. */
const IN_FLIGHT = 8;
/** So many of them that nobody has asked for: the rest is kept for replies. */
const UNASKED_IN_FLIGHT = 6;
const SEED = 20_261_120;

test('killed again and again while residents write: nothing that was acknowledged is lost', {
  timeout: 120_000,
}, async () => {
  const kills = 10;
  const random = chance(SEED);
  const providers = await bothProviders();
  const { twilio, telegram } = providers;
  const PORT = String(await freePort());
  const PUBLIC_URL = `http://127.0.0.1:${PORT}`;
  const env = settings({
    ...twilio.env,
    ...telegram.env,
    TWILIO_FROM: ourNumber,
    PORT,
    PUBLIC_URL,
    DATA_DIR: temporaryFolder(),
  }) as Record<string, string> & { PORT: string; DATA_DIR: string };
  twilio.callsTo({ local: PUBLIC_URL });
  telegram.callsTo({ local: PUBLIC_URL });
  const hearback = product(env);
  const webhooks = post(PUBLIC_URL);
  const writers = writersTo(providers, 40);

  const load = Promise.all(
    writers.map(async ({ calls }) => {
      for (const call of calls) {
        await webhooks.untilAcknowledged(call);
        // Providers repeat themselves even where they were answered.
        if (random.upTo(6) === 0) await webhooks.untilAcknowledged(call);
      }
    }),
  );
  for (let life = 0; life < kills; life += 1) {
    await hearback.start();
    // There is always more to say than the lives before the last one hear.
    const most = 4 + random.upTo(16);
    webhooks.open(most);
    await webhooks.until(webhooks.acknowledged() + 1 + random.upTo(most));
    await new Promise((resolve) => setTimeout(resolve, random.upTo(15)));
    webhooks.closed();
    await hearback.kill();
  }
  await hearback.start();
  webhooks.open();
  await load;
  await hearback.kill();
  expect(webhooks.refusals()).toEqual([]);

  const later = await openLater(env, MUCH_LATER);
  const { store, config } = later;
  await later.wake();
  await sendTheRest(later);
  const messages = await store.read.selectFrom('messages').select(['dedupeKey', 'state']).execute();
  expect(messages.map(({ dedupeKey }) => dedupeKey).toSorted()).toEqual(
    writers.flatMap(({ keys }) => keys).toSorted(),
  );
  expect(new Set(messages.map(({ state }) => state))).toEqual(new Set(['handled']));
  const responses = await store.read.selectFrom('responses').select(['text', 'state']).execute();
  const wanted = writers.map(({ words }) => ({ text: words.join('\n'), state: 'complete' }));
  const byText = (one: { text: string }, other: { text: string }) => one.text.localeCompare(other.text);
  expect(responses.toSorted(byText)).toEqual(wanted.toSorted(byText));

  const conversations = await store.read.selectFrom('conversations').select('id').execute();
  expect(conversations).toHaveLength(writers.length);
  for (const { id } of conversations) {
    const { stored, replayed } = await replay(
      store.read,
      { ...later, organisation: config.organisation },
      id,
    );
    expect(replayed).toEqual(stored);
  }

  const deliveries = await store.read.selectFrom('deliveries').select(['state', 'attempts']).execute();
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['accepted']));
  const sent = twilio.log().length + telegram.log().filter(({ method }) => method === 'sendMessage').length;
  expect(sent).toBeGreaterThanOrEqual(deliveries.length);
  expect(sent - deliveries.length).toBeLessThanOrEqual((kills + 1) * IN_FLIGHT);
  expect(hearback.said()).not.toMatch(/7700900/);
});

test('killed again and again while follow-ups go out: nobody gets two, and STOP holds', {
  timeout: 120_000,
}, async () => {
  const people = 150;
  const random = chance(SEED + 1);
  const { twilio } = await bothProviders();
  const PORT = String(await freePort());
  const PUBLIC_URL = `http://127.0.0.1:${PORT}`;
  const env = settings({
    ...twilio.env,
    TWILIO_FROM: ourNumber,
    PORT,
    PUBLIC_URL,
    DATA_DIR: temporaryFolder(),
  }) as Record<string, string> & { PORT: string; DATA_DIR: string };
  twilio.callsTo({ local: PUBLIC_URL });
  const before = await openLater(env);
  const { outcomeId } = await readyToPublish(before, people);
  await before.close();

  // Killed while it plans who is to hear: whoever confirms again changes nothing, and nobody is left out.
  const planning = product({ ...env, SENDING: 'off' });
  await planning.start();
  const officer = await aboutToPublish(PUBLIC_URL, outcomeId);
  for (const ms of [2, 6, 12]) {
    const answered = officer.confirm();
    await new Promise((resolve) => setTimeout(resolve, ms));
    await planning.kill();
    await answered;
    await planning.start();
  }
  expect(await officer.confirm()).toBe(303);
  await planning.kill();

  // Some are taken and then denied; to some nothing can be sent until they have stopped.
  const brokenOff = [31, 32, 33];
  const busy = [21, 22, 23, 61, 62];
  for (const resident of brokenOff) {
    const kind = resident % 2 === 0 ? 'acceptThenReset' : 'acceptThenError';
    twilio.script.always(smsNumber(resident), { kind });
  }
  for (const resident of busy) twilio.script.always(smsNumber(resident), rateLimited(1));
  const hearback = product(env);
  const webhooks = post(PUBLIC_URL);
  const stoppedAt = new Map<string, number>();
  const stop = async (resident: number) => {
    const from = smsNumber(resident);
    const said = { from, to: ourNumber, body: 'STOP', fields: { OptOutType: 'STOP' } };
    await webhooks.untilAcknowledged(twilio.inboundCall(said));
    stoppedAt.set(from, Date.now());
  };

  const stops: Promise<void>[] = [];
  const taken = () => twilio.posts.filter(({ answer }) => /^accept(ThenWait)?$/.test(answer)).length;
  for (const [life, resident] of busy.entries()) {
    // So many are sent, and then as many as may be are on their way when it is killed.
    const sent = random.upTo(10);
    const enough = taken() + sent + UNASKED_IN_FLIGHT;
    twilio.script.next({ kind: 'accept' }, sent);
    twilio.script.next({ kind: 'acceptThenWait' }, UNASKED_IN_FLIGHT);
    await hearback.start();
    webhooks.open();
    stops.push(stop(people - life), stop(50 + life));
    await stop(resident);
    await eventually(taken).toBe(enough);
    webhooks.closed();
    await hearback.kill();
  }
  twilio.script.forget();
  twilio.release();
  const allBut = taken() + 5 + random.upTo(20);
  await hearback.start();
  webhooks.open();
  await eventually(taken).toBeGreaterThanOrEqual(allBut);
  await Promise.all(stops);
  await hearback.kill();

  const later = await openLater(env, MUCH_LATER);
  await sendTheRest(later);
  const followUps = await later.store.read
    .selectFrom('deliveries as delivery')
    .innerJoin('addresses as address', 'address.id', 'delivery.addressId')
    .select(['delivery.state', 'delivery.attemptedAt', 'address.sealed', 'address.keyId'])
    .where('delivery.followUpId', 'is not', null)
    .execute();
  expect(followUps).toHaveLength(people);
  for (const { state, attemptedAt, ...address } of followUps) {
    const number = openAddress(later.keys, address);
    const got = twilio.log().filter(({ to, sid }) => to === number && sid !== null).length;
    const stopped = stoppedAt.get(number);
    expect(got, number).toBeLessThanOrEqual(1);
    if (state === 'accepted') expect(got, number).toBe(1);
    else if (stopped === undefined || got === 1) expect([number, state]).toEqual([number, 'unknown']);
    else expect(['cancelled', 'suppressed', 'unknown'], number).toContain(state);
    // Not by the time of the POST: what was claimed before the STOP may be on its way.
    if (stopped !== undefined) expect(attemptedAt ?? 0, number).toBeLessThanOrEqual(stopped);
  }
  for (const resident of busy) {
    expect(twilio.log().filter(({ to, sid }) => to === smsNumber(resident) && sid !== null)).toEqual([]);
  }
  const unknown = followUps.filter(({ state }) => state === 'unknown').length;
  expect(unknown).toBeLessThanOrEqual((busy.length + 1) * UNASKED_IN_FLIGHT + brokenOff.length);
  expect(hearback.said()).not.toMatch(/7700900/);
});

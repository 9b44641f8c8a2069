import { expect, test } from 'vitest';
import { bothProviders, ourNumber } from '#tests/faults/town.ts';
import { startApp } from '#tests/support/app.ts';

const publicUrl = 'http://localhost:3000';
const number = '+447700900731';
const chatId = 7_700_900_731;

test('FORGET ME by text message: Twilio is asked for every message, in and out', async () => {
  const { twilio, telegram } = await bothProviders();
  const app = await startApp({ env: { ...twilio.env, ...telegram.env, TWILIO_FROM: ourNumber } });
  const { services, clock } = app;
  twilio.callsTo({ local: app.url, publicUrl });
  const sids: string[] = [];
  for (const [at, body] of ['High Street', 'There is nowhere to sit.', 'FORGET ME', '1'].entries()) {
    const messageSid = `SM${String(at).padStart(32, '0')}`;
    sids.push(messageSid);
    await twilio.inbound({ from: number, to: ourNumber, body, messageSid });
    await services.outbox.pump();
  }
  const sent = twilio.messages.map(({ sid }) => sid);
  expect(sent.length).toBeGreaterThan(2);

  // What is still on its way cannot be deleted, so it is asked for again.
  expect(await services.eraseDue()).toBe(0);
  expect(twilio.deleted.toSorted()).toEqual(sids);
  for (const sid of sent) await twilio.status({ sid, status: 'delivered' });
  clock.advance(61_000);
  expect(await services.eraseDue()).toBe(1);
  expect(twilio.deleted.toSorted()).toEqual([...sids, ...sent].toSorted());
  expect(twilio.messages).toEqual([]);

  // A receipt that comes late finds nobody, and is no fault.
  const { store } = services;
  expect(await store.read.selectFrom('addresses').select('id').execute()).toEqual([]);
  expect(await store.read.selectFrom('receipts').select('deliveryId').execute()).toEqual([]);
});

test('FORGET ME on Telegram: both sides go, but for the message that says so', async () => {
  const { telegram } = await bothProviders();
  const app = await startApp({ env: telegram.env });
  const { services, clock } = app;
  clock.set(Date.now());
  telegram.callsTo({ local: app.url, publicUrl });
  for (const text of ['High Street', 'There is nowhere to sit.', 'FORGET ME', '1']) {
    await telegram.message({ chatId, text });
    await services.outbox.pump();
  }
  expect(await services.eraseDue()).toBe(1);
  const deleted = telegram.calls
    .filter(({ method, answer }) => method === 'deleteMessage' && answer === 'accept')
    .map(({ payload }) => Number(payload.message_id));
  const ours = telegram.posts().map(({ messageId }) => messageId ?? 0);
  const theirs = deleted.filter((id) => !ours.includes(id));
  expect(theirs).toHaveLength(4);
  expect(deleted.filter((id) => ours.includes(id)).toSorted()).toEqual(ours.slice(0, -1).toSorted());
  expect(await services.store.read.selectFrom('erasures').selectAll().execute()).toMatchObject([
    { state: 'done', removed: deleted.length, left: 1 },
  ]);
});

import twilio from 'twilio';
import { expect, test } from 'vitest';
import type { Services } from '#services.ts';
import { ourNumber, resident } from '#tests/channels/messages.ts';
import { config } from '#tests/channels/twilio-signed.ts';
import { town } from '#tests/simulator/town.ts';

/** The whole product behind the real app, called as Twilio calls it; nothing is sent back out. */
const connected = {
  PUBLIC_URL: config.publicUrl,
  TWILIO_ACCOUNT_SID: config.accountSid,
  TWILIO_AUTH_TOKEN: config.authToken,
  TWILIO_FROM: ourNumber,
  SENDING: 'off',
};
const form = {
  MessageSid: `SM${'a'.repeat(32)}`,
  From: resident,
  To: ourNumber,
  Body: 'Hello',
  NumMedia: '0',
};
const signature = (url: string) => twilio.getExpectedTwilioSignature(config.authToken, url, form);
const called = `${config.publicUrl}/webhooks/twilio`;

const rowsIn = async ({ store }: Services) => {
  const tables = ['addresses', 'residents', 'messages', 'conversations', 'responses', 'deliveries'] as const;
  const counts = tables.map(async (table) => {
    const counted = store.read.selectFrom(table).select(({ fn }) => fn.countAll().as('many'));
    return [table, Number((await counted.executeTakeFirstOrThrow()).many)];
  });
  return Object.fromEntries(await Promise.all(counts));
};

test('a webhook that comes five times at once is acknowledged five times and taken once', async () => {
  const { post, services } = await town(connected);
  const headers = { 'x-twilio-signature': signature(called) };
  const answers = await Promise.all(Array.from({ length: 5 }, () => post('/webhooks/twilio', form, headers)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(await rowsIn(services)).toMatchObject({
    addresses: 1,
    messages: 1,
    conversations: 1,
    deliveries: 1,
  });
});

test.each([
  ['forged', { 'x-twilio-signature': 'Zm9yZ2Vk' }],
  ['missing', {}],
  ['for another address', { 'x-twilio-signature': signature(`${called}/status`) }],
])('a signature that is %s writes nothing', async (_, headers) => {
  const { post, services } = await town(connected);
  const before = await rowsIn(services);
  expect((await post('/webhooks/twilio', form, headers as Record<string, string>)).status).toBe(403);
  expect(await rowsIn(services)).toEqual(before);
});

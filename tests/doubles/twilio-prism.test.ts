import { afterAll, beforeAll, expect, test } from 'vitest';
import { twilio } from '#channels/twilio/channel.ts';
import type { TwilioConfig } from '#channels/twilio/settings.ts';
import { ourNumber, outbound, receivedAt, resident } from '#tests/channels/messages.ts';
import { config } from '#tests/channels/twilio-signed.ts';
import { testClock } from '#tests/support/clock.ts';
import { type Prism, startPrism } from './prism.ts';
import { messageFields, twilioOpenapi } from './twilio-openapi.ts';

/** Somebody else's reading of what Twilio says it takes: with `../shared/openapi` beside the checkout, Twilio's own description. */
const openapi = twilioOpenapi();
let prism: Prism;
beforeAll(async () => {
  prism = await startPrism(openapi);
}, 60_000);
afterAll(() => prism.close());

const address = `whatsapp:${resident}`;
const template = `HX${'f'.repeat(32)}`;
const choices = (many: number) =>
  Array.from({ length: many }, (_, n) => ({ value: `a1.2.${n}`, label: `Choice ${n}` }));

const channels = (changes: Partial<TwilioConfig> = {}) =>
  twilio({
    ...config,
    whatsappFrom: ourNumber,
    templates: { 'followUp.en': template },
    apiBaseUrl: prism.url,
    clock: testClock(receivedAt),
    ...changes,
  });

type Sent = Parameters<typeof outbound>[0];
const filled = {
  ref: template,
  language: 'en' as const,
  variables: ['Your council', 'buses', 'more of them'],
};
const rows: [name: string, message: Sent, changes: Partial<TwilioConfig>][] = [
  ['a text by number', { expiresAt: receivedAt + 3_600_000 }, {}],
  ['a text by service', {}, { messagingServiceSid: `MG${'b'.repeat(32)}` }],
  ['free text by WhatsApp', { address }, {}],
  ['a template', { address, template: filled }, {}],
  ['buttons', { address, choices: choices(3) }, {}],
  ['a list', { address, choices: choices(7) }, {}],
];

/** Where only the answer is wrong (500), it is the description's own example that is. */
const flaws = (exchanges: ReturnType<Prism['take']>) =>
  exchanges.filter(({ status, answer }) => status >= 300 && (status < 500 || answer.includes('["request"')));

test.each(rows)('%s is as Twilio describes it', async (_, message, changes) => {
  const { sms, whatsapp } = channels(changes);
  const channel = message?.address === address ? whatsapp : sms;
  await channel?.send(outbound(message));
  const exchanges = prism.take();
  expect(flaws(exchanges)).toEqual([]);
  const sends = exchanges.filter(({ method, path }) => method === 'POST' && path.endsWith('/Messages.json'));
  expect(sends).toHaveLength(1);
  const made = exchanges.filter(({ method, path }) => method === 'POST' && path === '/v1/Content');
  expect(made).toHaveLength(message?.choices === undefined ? 0 : 1);
  const fields = [...new URLSearchParams(sends[0]?.body).keys()];
  expect(messageFields(openapi)).toEqual(expect.arrayContaining(fields));
  expect(sends[0]?.body).toContain('StatusCallback=https%3A%2F%2F');
  expect(sends[0]?.body.includes('ContentSid=')).toBe(
    message?.choices !== undefined || message?.template !== undefined,
  );
});

test('the list of messages, and deleting one', async () => {
  const { sms } = channels();
  const lost = {
    attemptId: 'a',
    address: resident,
    account: ourNumber,
    text: 'Hello',
    attemptedAt: receivedAt,
  };
  await sms.lookUp?.(lost);
  await sms.forget?.({ providerId: `SM${'a'.repeat(32)}`, at: receivedAt, farewell: false });
  const exchanges = prism.take();
  expect(exchanges.map(({ method }) => method)).toEqual(['GET', 'DELETE']);
  expect(flaws(exchanges)).toEqual([]);
});

test('a template is fetched, with its approval', async () => {
  await channels().whatsapp?.check?.();
  const exchanges = prism.take().filter(({ path }) => path.startsWith('/v1/Content/'));
  expect(exchanges.length).toBeGreaterThan(0);
  expect(flaws(exchanges)).toEqual([]);
});

test('what Twilio does not describe would be seen', async () => {
  const url = `${prism.url}/2010-04-01/Accounts/${config.accountSid}/Messages.json`;
  const post = (form: Record<string, string>) =>
    fetch(url, {
      method: 'POST',
      headers: { authorization: 'Basic eDp5', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form),
    });
  expect((await post({ Body: 'x' })).status).toBe(422);
  expect(messageFields(openapi)).not.toContain('Boddy');
  expect((await post({ To: resident, Body: 'x', ContentSid: 'nonsense' })).status).toBe(422);
  expect((await post({ To: resident, Body: 'x' })).status).toBe(201);
});

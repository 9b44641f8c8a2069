import { describe, expect, onTestFinished, test } from 'vitest';
import type { LostAttempt } from '#channels/channel.ts';
import { twilio } from '#channels/twilio/channel.ts';
import { testClock } from '#tests/support/clock.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';
import type { TwilioMessage } from '#tests/support/providers/twilio-messages.ts';
import { ourNumber, receivedAt, resident } from './messages.ts';
import { acceptThenReset, closedPort, json, page, scripted } from './scripted.ts';
import { config } from './twilio-signed.ts';

const MINUTE = 60_000;
const text = 'Your council: you told us about buses. There is one every ten minutes now.';
const attempt: LostAttempt = {
  attemptId: 'attempt-1',
  address: resident,
  account: ourNumber,
  text,
  attemptedAt: receivedAt,
};

const at = (afterMs: number, changes: Partial<TwilioMessage> = {}): TwilioMessage => ({
  sid: `SM${'a'.repeat(32)}`,
  status: 'delivered',
  errorCode: null,
  to: resident,
  from: ourNumber,
  messagingServiceSid: null,
  body: text,
  at: receivedAt + afterMs,
  ...changes,
});

async function lookedUp(kept: TwilioMessage[], changes: Partial<LostAttempt> = {}, laterMs = 6 * MINUTE) {
  const double = await startTwilioDouble(config);
  onTestFinished(() => double.close());
  (double.messages as TwilioMessage[]).push(...kept);
  const clock = testClock(receivedAt + laterMs);
  const channels = twilio({ ...config, whatsappFrom: ourNumber, apiBaseUrl: double.origin, clock });
  const channel = changes.address?.startsWith('whatsapp:') ? channels.whatsapp : channels.sms;
  const result = await channel?.lookUp?.({ ...attempt, ...changes });
  expect(double.posts).toHaveLength(0);
  return result;
}

const found = (receipt: object) => ({
  kind: 'found',
  receipt: { channel: 'sms', attemptId: 'attempt-1', reason: null, code: null, ...receipt },
});
const other = at(0, { sid: `SM${'b'.repeat(32)}`, body: 'Thank you. What else?' });

describe('what became of a lost attempt', () => {
  test.each([
    ['delivered', at(1000), { state: 'delivered' }],
    ['queued', at(1000, { status: 'queued' }), { state: 'accepted' }],
    ['sent by a service', at(1000, { messagingServiceSid: 'MG1' }), { state: 'delivered' }],
    [
      'refused by a carrier',
      at(1000, { status: 'undelivered', errorCode: 30007 }),
      { state: 'rejected', reason: 'filtered', code: '30007' },
    ],
  ])('it is there: %s', async (_, message, receipt) => {
    expect(await lookedUp([other, message])).toEqual(found({ providerId: message.sid, ...receipt }));
    expect(await lookedUp([message], {}, 1000)).toMatchObject({ kind: 'found' });
  });

  test.each<[string, TwilioMessage[]]>([
    ['nothing at all', []],
    ['other words', [other]],
    ['the same words long before', [at(-61 * MINUTE)]],
    ['the same words long after', [at(61 * MINUTE)]],
    ['the same words to somebody else', [at(0, { to: '+447700900999' })]],
  ])('it was never taken: %s', async (_, kept) => {
    expect(await lookedUp(kept)).toEqual({ kind: 'none' });
  });

  test.each<[string, TwilioMessage[]]>([
    ['the same words half a minute before', [at(-30_000)]],
    ['the same words half an hour after', [at(30 * MINUTE)]],
    ['the same words twice', [at(0), at(1000, { sid: `SM${'c'.repeat(32)}` })]],
    ['a message whose words were taken away', [at(0, { body: '' })]],
    ['the words, and a message without any', [at(0), at(1000, { sid: `SM${'c'.repeat(32)}`, body: '' })]],
    [
      'the same beginning, with a shortened link',
      [at(0, { body: `${text.slice(0, 40)} https://s.example/1` })],
    ],
    ['plain quotes in place of curly ones', [at(0, { body: `"${text}"` })]],
    ['a status that Twilio adds one day', [at(0, { status: 'pondering' })]],
    ['over a thousand messages', Array.from({ length: 1001 }, (_, n) => at(-n * 3_600_000 - MINUTE * 65))],
    [
      'what a trial account puts before it',
      [at(0, { body: `Sent from your Twilio trial account - ${text}` })],
    ],
  ])('nobody can say: %s', async (_, kept) => {
    expect(await lookedUp(kept)).toEqual({ kind: 'cannot' });
  });

  test('it may still come into the list: asked again when it would be there', async () => {
    expect(await lookedUp([other], {}, 2 * MINUTE)).toEqual({ kind: 'retry', afterMs: 3 * MINUTE });
  });

  test('it is so long ago that Twilio may have forgotten it', async () => {
    expect(await lookedUp([], {}, 8 * 24 * 60 * MINUTE)).toEqual({ kind: 'cannot' });
  });

  test('plain punctuation is looked for as it was sent', async () => {
    const double = await startTwilioDouble(config);
    onTestFinished(() => double.close());
    (double.messages as TwilioMessage[]).push(at(0, { body: "It's done" }));
    const clock = testClock(receivedAt + 6 * MINUTE);
    const { sms } = twilio({ ...config, plainPunctuation: true, apiBaseUrl: double.origin, clock });
    expect(await sms.lookUp?.({ ...attempt, text: 'It’s done' })).toMatchObject({ kind: 'found' });
  });
});

describe('on WhatsApp', () => {
  const address = `whatsapp:${resident}`;

  test.each<[string, TwilioMessage[], object]>([
    ['the words', [at(0, { to: address })], found({ channel: 'whatsapp', state: 'delivered' })],
    ['nothing', [], { kind: 'none' }],
    ['other words, which may be the template’s', [at(0, { to: address, body: 'Other' })], { kind: 'cannot' }],
  ])('%s', async (_, kept, expected) => {
    expect(await lookedUp(kept, { address })).toMatchObject(expected);
  });

  test('to somebody without a number, silence proves nothing', async () => {
    expect(await lookedUp([], { address: 'whatsapp:GB.123' })).toEqual({ kind: 'cannot' });
  });
});

describe('when Twilio does not say', () => {
  const ask = async (apiBaseUrl: string) => {
    const clock = testClock(receivedAt + 6 * MINUTE);
    return await twilio({ ...config, apiBaseUrl, clock, timeoutMs: 500 }).sms.lookUp?.(attempt);
  };
  test.each([
    ['an error', page(500, ''), MINUTE],
    ['a reset', acceptThenReset, MINUTE],
    ['wrong credentials', json(401, { code: 20003 }), MINUTE],
    ['a page that is no list', page(200, '<h1>Welcome</h1>'), MINUTE],
    ['another list', json(200, { errors: [] }), MINUTE],
    ['a list that leads elsewhere', json(200, { messages: [], next_page_uri: 'https://x.example/' }), MINUTE],
    ['too many requests', json(429, { code: 20429 }, { 'retry-after': '7' }), 7000],
  ])('%s: asked again', async (_, answer, afterMs) => {
    expect(await ask((await scripted(answer)).url)).toEqual({ kind: 'retry', afterMs });
  });

  test('nobody there: asked again', async () => {
    expect(await ask(await closedPort())).toEqual({ kind: 'retry', afterMs: MINUTE });
  });
});

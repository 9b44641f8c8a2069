import { describe, expect, onTestFinished, test } from 'vitest';
import { twilio } from '#channels/twilio/channel.ts';
import type { TwilioConfig } from '#channels/twilio/settings.ts';
import { testClock } from '#tests/support/clock.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';
import { rateLimited, twilioAnswers } from '#tests/support/providers/twilio-answers.ts';
import { ourNumber, outbound, receivedAt, resident } from './messages.ts';
import { config } from './twilio-signed.ts';

const to = `whatsapp:${resident}`;
const from = `whatsapp:${ourNumber}`;
const template = `HX${'f'.repeat(32)}`;

async function open(changes: Partial<TwilioConfig> = {}) {
  const double = await startTwilioDouble(config);
  onTestFinished(() => double.close());
  const clock = testClock(receivedAt);
  const start = () => {
    const { whatsapp } = twilio({
      ...config,
      whatsappFrom: ourNumber,
      templates: { 'followUp.en': template },
      apiBaseUrl: double.origin,
      clock,
      ...changes,
    });
    if (whatsapp === null) throw new Error('WhatsApp is set up here.');
    return whatsapp;
  };
  const channel = start();
  const send = (message: Parameters<typeof outbound>[0] = {}) =>
    channel.send(outbound({ address: to, account: from, ...message }));
  return { double, channel, start, send, clock };
}

const choices = (many: number, label = (n: number) => `Choice ${n}`) =>
  Array.from({ length: many }, (_, n) => ({ value: `a1.2.${n}`, label: label(n) }));

test('WhatsApp is there only where a sender is set', () => {
  expect(twilio(config).whatsapp).toBeNull();
});

test('what WhatsApp can do', async () => {
  const { channel } = await open();
  expect(channel.capabilities(to)).toEqual({
    receipts: true,
    confirmsStop: false,
    choices: 10,
    maxLength: 1600,
    reach: 'app',
    quietMs: 90_000,
    freeTextMs: 86_400_000,
    followUps: true,
    media: true,
    rate: { perSecond: 80, burst: 80 },
    phone: resident,
  });
  expect(channel.capabilities('whatsapp:GB.123').phone).toBeNull();
});

test('what a message costs, and which template there is', async () => {
  const { channel } = await open();
  const filled = { ref: template, language: 'en' as const, variables: ['a', 'b', 'c'] };
  expect(channel.price?.(outbound())).toEqual({ segments: null, millipence: 400 });
  expect(channel.price?.(outbound({ template: filled }))).toEqual({ segments: null, millipence: 2200 });
  expect(channel.templateRef?.('followUp', 'en')).toBe(template);
  expect(channel.templateRef?.('followUp', 'cy')).toBeNull();
  expect(channel.templateRef?.('reminder', 'en')).toBeNull();
});

describe('words', () => {
  test('go as they are, from the sender that was written to', async () => {
    const { double, send } = await open();
    expect(await send({ text: 'One\n\nTwo' })).toMatchObject({ kind: 'accepted' });
    expect(double.posts.map(({ form }) => form)).toEqual([
      {
        To: to,
        From: from,
        Body: 'One\n\nTwo',
        StatusCallback: 'https://hearback.example/webhooks/twilio/status?attempt=attempt-1',
      },
    ]);
  });

  test('go to somebody without a number, and from our sender where the address names none', async () => {
    const { double, send } = await open();
    expect(await send({ address: 'whatsapp:GB.123', account: '' })).toMatchObject({ kind: 'accepted' });
    expect(double.posts).toMatchObject([{ to: 'whatsapp:GB.123', from }]);
  });

  test.each([
    ['a phone without WhatsApp', { address: resident }, 'badAddress'],
    ['a name', { address: 'whatsapp:@someone' }, 'badAddress'],
    ['1,601 characters', { text: 'x'.repeat(1601) }, 'tooLong'],
    ['1,601 characters with choices', { text: 'x'.repeat(1600), choices: choices(2) }, 'tooLong'],
  ])('to or of %s: nothing is posted', async (_, message, reason) => {
    const { double, send } = await open();
    expect(await send(message)).toEqual({ kind: 'rejected', reason, code: null, permanent: true });
    expect(double.posts).toHaveLength(0);
  });

  test.each([
    ['outside the window', twilioAnswers.outsideWindow, { reason: 'windowClosed', permanent: false }],
    ['at the limit', rateLimited(3), { kind: 'retryAfter', afterMs: 3000 }],
    ['accepted, then reset', twilioAnswers.acceptThenReset, { kind: 'unknown' }],
    ['accepted, then an error', twilioAnswers.acceptThenError, { kind: 'unknown', code: '20500' }],
  ])('%s, after one POST', async (_, answer, expected) => {
    const { double, send } = await open();
    double.script.next(answer);
    expect(await send()).toMatchObject(expected);
    expect(double.posts).toHaveLength(1);
  });

  test('no answer in time is unknown, after one POST', async () => {
    const { double, send } = await open({ timeoutMs: 100 });
    double.script.next(twilioAnswers.acceptThenWait);
    expect(await send()).toMatchObject({ kind: 'unknown' });
    expect(double.posts).toHaveLength(1);
  });
});

describe('a template', () => {
  const filled = (...variables: string[]) => ({ ref: template, language: 'en' as const, variables });

  test('goes in place of the words', async () => {
    const { double, send } = await open();
    await send({
      template: filled('Your council', 'the buses', 'a bus every 10 minutes'),
      choices: choices(2),
    });
    expect(double.posts).toHaveLength(1);
    expect(double.posts[0]?.form).toMatchObject({ To: to, From: from, ContentSid: template });
    expect(double.posts[0]?.form).not.toHaveProperty('Body');
    expect(JSON.parse(double.posts[0]?.form.ContentVariables ?? '')).toEqual({
      1: 'Your council',
      2: 'the buses',
      3: 'a bus every 10 minutes',
    });
  });

  test.each([
    ['lines', 'One\r\n\nTwo', 'One Two'],
    ['a tab', 'One\tTwo', 'One Two'],
    ['many spaces', 'One       Two', 'One Two'],
    ['no-break spaces and line separators', 'One\u00a0\u2028\u0085Two', 'One Two'],
    ['nothing', '', '-'],
    ['only spaces', ' \n\t ', '-'],
    ['half a character', 'a\uD83D', 'a\uFFFD'],
    ['quotes and brackets', '"{{1}}" it’s', '"{{1}}" it’s'],
    ['very much', 'x'.repeat(2000), `${'x'.repeat(299)}…`],
    ['emoji at the cut', `${'x'.repeat(298)}👍👍`, `${'x'.repeat(298)}…`],
  ])('is filled with what Twilio takes: %s', async (_, given, sent) => {
    const { double, send } = await open();
    expect(await send({ template: filled(given) })).toMatchObject({ kind: 'accepted' });
    expect(JSON.parse(double.posts[0]?.form.ContentVariables ?? '')).toEqual({ 1: sent });
  });

  test('that Meta has paused is refused for now', async () => {
    const { double, send } = await open();
    double.script.next({ kind: 'reject', status: 400, code: 63041, message: 'Template paused' });
    expect(await send({ template: filled('a') })).toEqual({
      kind: 'rejected',
      reason: 'templateInvalid',
      code: '63041',
      permanent: false,
    });
  });
});

describe('choices', () => {
  test('up to three are buttons, whose content holds no words of the message', async () => {
    const { double, send } = await open();
    await send({ text: 'Which one?\n\nPick  any\nof these', choices: choices(3) });
    const [content] = double.setup.posted;
    expect(content).toEqual({
      friendly_name: expect.stringMatching(/^hearback_[0-9a-f]{32}$/),
      language: 'en',
      variables: { 1: '…', 2: '…', 3: '…' },
      types: {
        'twilio/quick-reply': {
          body: '{{1}}\n\n{{2}}\n{{3}}',
          actions: choices(3).map(({ value, label }) => ({ type: 'QUICK_REPLY', title: label, id: value })),
        },
      },
    });
    expect(double.posts).toHaveLength(1);
    expect(JSON.parse(double.posts[0]?.form.ContentVariables ?? '')).toEqual({
      1: 'Which one?',
      2: 'Pick any',
      3: 'of these',
    });
    expect(double.posts[0]?.form.ContentSid).toBe(double.setup.contents[0]?.sid);
  });

  test.each([4, 10])('%i are a list', async (many) => {
    const { double, send } = await open();
    await send({ choices: choices(many) });
    expect(double.setup.posted[0]?.types).toEqual({
      'twilio/list-picker': {
        body: '{{1}}',
        button: `1–${many}`,
        items: choices(many).map(({ value, label }) => ({ item: label, id: value })),
      },
    });
    expect(double.posts).toHaveLength(1);
  });

  test('with a label too long for a button are a list', async () => {
    const { double, send } = await open();
    await send({ choices: choices(2, (n) => `A label of 24 letters. ${n}`) });
    expect(double.setup.posted[0]?.types).toHaveProperty('twilio/list-picker');
  });

  test.each([
    ['eleven', { choices: choices(11) }],
    ['labels too long for a list', { choices: choices(2, (n) => `A label of 25 letters .. ${n}`) }],
    ['two of one name', { choices: choices(2, () => 'Same') }],
    ['a text over 1,024 characters', { text: 'x'.repeat(1025), choices: choices(2) }],
    ['a text of very many lines', { text: 'x\n'.repeat(21), choices: choices(2) }],
    ['a value too long', { choices: [{ value: 'v'.repeat(201), label: 'One' }, ...choices(1)] }],
    ['no words', { text: ' ', choices: choices(2) }],
  ])('go by number: %s', async (_, message) => {
    const { double, send } = await open();
    await send(message);
    expect(double.setup.posted).toHaveLength(0);
    expect(double.posts).toHaveLength(1);
    const lines = message.choices.map(({ label }, index) => `${index + 1} ${label}`).join('\n');
    expect(double.posts[0]?.body).toBe(`${outbound(message).text}\n${lines}`);
  });

  test('of the same shape are made once, even at once, and found again after a restart', async () => {
    const { double, send, start } = await open();
    await Promise.all([send({ choices: choices(2) }), send({ text: 'Other words', choices: choices(2) })]);
    await send({ text: 'And others', choices: choices(2) });
    expect(double.setup.posted).toHaveLength(1);
    await start().send(outbound({ address: to, account: from, choices: choices(2) }));
    expect(double.setup.posted).toHaveLength(1);
    expect(new Set(double.posts.map(({ form }) => form.ContentSid)).size).toBe(1);
    expect(double.posts).toHaveLength(4);
  });

  test('go by number while Twilio makes no content, and by button again later', async () => {
    const { double, send, clock } = await open();
    double.setup.contentFails = { kind: 'reset' };
    await send({ choices: choices(2) });
    double.setup.contentFails = null;
    await send({ choices: choices(2) });
    clock.advance(61_000);
    await send({ choices: choices(2) });
    expect(double.posts.map(({ form }) => form.ContentSid !== undefined)).toEqual([false, false, true]);
    expect(double.posts[0]?.body).toContain('\n1 Choice 0\n2 Choice 1');
  });

  test('one button that is too long for one is left out: no list has a single row', async () => {
    const { double, send } = await open();
    await send({ text: 'Tell me', choices: choices(1, () => 'Wedi gorffen / Finished') });
    expect(double.setup.posted).toHaveLength(0);
    expect(double.posts).toMatchObject([{ body: 'Tell me' }]);
  });

  test('one button that could not be made is left out: nothing was asked', async () => {
    const { double, send } = await open();
    double.setup.contentFails = { kind: 'reset' };
    await send({ text: 'Tell me', choices: choices(1) });
    expect(double.posts[0]?.body).toBe('Tell me');
  });

  test('that Twilio refuses with the message are tried again without buttons', async () => {
    const { double, send } = await open();
    double.script.next(twilioAnswers.contentVariables);
    expect(await send({ choices: choices(2) })).toMatchObject({ kind: 'retryAfter', code: '21656' });
    expect(await send({ choices: choices(2) })).toMatchObject({ kind: 'accepted' });
    expect(double.posts.map(({ form }) => form.ContentSid !== undefined)).toEqual([true, false]);
  });
});

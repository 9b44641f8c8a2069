import { describe, expect, test } from 'vitest';
import type { SendResult } from '#channels/channel.ts';
import { twilio as channels } from '#channels/twilio/channel.ts';
import { ourNumber, outbound, receivedAt, resident } from './messages.ts';
import {
  type Answer,
  acceptThenReset,
  closedPort,
  json,
  neverAnswer,
  noSuchHost,
  page,
  scripted,
  trickle,
} from './scripted.ts';
import { config } from './twilio-signed.ts';

const sid = `SM${'d4'.repeat(16)}`;
const created = json(201, { sid, status: 'queued', num_segments: '2', error_code: null });
const refusal = (status: number, code: number, headers = {}) =>
  json(
    status,
    { code, message: 'A sentence from Twilio.', more_info: 'https://www.twilio.com', status },
    headers,
  );

const rejected = (reason: string, code: string, permanent: boolean) => ({
  kind: 'rejected',
  reason,
  code,
  permanent,
});
const wait = (afterMs: number, code: string) => ({ kind: 'retryAfter', afterMs, reason: 'rate', code });
const unknown = (code: string | null) => ({ kind: 'unknown', code });

const rows: [name: string, answer: Answer, expected: unknown][] = [
  ['201', created, { kind: 'accepted', providerId: sid, segments: 2 }],
  [
    '201 from a messaging service, which has not counted yet',
    json(201, { sid, status: 'accepted', num_segments: '0' }),
    { kind: 'accepted', providerId: sid, segments: null },
  ],
  ['400/21610 they sent STOP', refusal(400, 21610), rejected('optedOut', '21610', true)],
  ['400/21211 no number', refusal(400, 21211), rejected('badAddress', '21211', true)],
  ['400/21614 no mobile number', refusal(400, 21614), rejected('badAddress', '21614', true)],
  ['400/21408 region', refusal(400, 21408), rejected('country', '21408', false)],
  ['400/21658 too long', refusal(400, 21658), rejected('tooLong', '21658', true)],
  ['400 with a code we do not know', refusal(400, 29999), rejected('other', '29999', false)],
  [
    '400 in the newer form of errors',
    json(400, { type: 't', title: 't', status: 400, code: 21610 }),
    rejected('optedOut', '21610', true),
  ],
  ['400 without a body', page(400, ''), rejected('other', '400', false)],
  ['401/20003', refusal(401, 20003), rejected('auth', '20003', false)],
  ['403 from a proxy', page(403, '<h1>No</h1>'), rejected('auth', '403', false)],
  ['404 account', page(404, ''), rejected('auth', '404', false)],
  ['429/20429 with its delay', refusal(429, 20429, { 'retry-after': '7' }), wait(7000, '20429')],
  ['429 without a delay', page(429, ''), wait(5000, '429')],
  ['429 with a delay that is none', refusal(429, 20429, { 'retry-after': 'soon' }), wait(5000, '20429')],
  [
    '429 until a date',
    refusal(429, 20429, { 'retry-after': new Date(receivedAt + 30_000).toUTCString() }),
    wait(30_000, '20429'),
  ],
  [
    '429 until a date gone by',
    refusal(429, 20429, { 'retry-after': new Date(0).toUTCString() }),
    wait(0, '20429'),
  ],
  ['400/21611 the queue is full', refusal(400, 21611), wait(5000, '21611')],
  ['500/20500', refusal(500, 20500), unknown('20500')],
  ['503 from a proxy', page(503, 'busy'), unknown('503')],
  ['408', page(408, ''), unknown('408')],
  ['a redirect is not followed', (r) => r.writeHead(307, { location: '/elsewhere' }).end(), unknown('307')],
  ['201 with a page', page(201, '<h1>Welcome</h1>'), unknown(null)],
  ['201 with cut JSON', page(201, '{"sid":"SM'), unknown(null)],
  ['201 with nothing', page(201, ''), unknown(null)],
  ['201 with null', json(201, null), unknown(null)],
  ['201 without a sid', json(201, { status: 'queued' }), unknown(null)],
  ['201 with two million bytes', page(201, 'x'.repeat(2_000_000)), unknown('ERR_BAD_RESPONSE')],
  ['accepted, then reset', acceptThenReset, unknown('ECONNRESET')],
];

describe('what an answer of Twilio means, after exactly one POST', () => {
  test.each(rows)('%s', async (_, answer, expected) => {
    const twilio = await scripted(answer);
    const clock = { now: () => receivedAt };
    const result: SendResult = await channels({ ...config, apiBaseUrl: twilio.url, clock }).sms.send(
      outbound(),
    );
    expect(result).toEqual(expected);
    expect(twilio.posts).toHaveLength(1);
  });

  test.each([
    ['never answers', neverAnswer],
    ['answers byte by byte without end', trickle],
  ])('Twilio %s', async (_, answer) => {
    const twilio = await scripted(answer);
    const sms = channels({ ...config, apiBaseUrl: twilio.url, timeoutMs: 200 }).sms;
    expect(await sms.send(outbound())).toMatchObject({ kind: 'unknown' });
    expect(twilio.posts).toHaveLength(1);
  });

  test.each([
    ['refused', () => closedPort(), 'ECONNREFUSED'],
    [
      'refused at every address of a host',
      async () => (await closedPort()).replace('127.0.0.1', 'localhost'),
      'ECONNREFUSED',
    ],
    ['no such host', async () => noSuchHost, /ENOTFOUND|EAI_AGAIN/],
  ])('never accepted for certain: %s', async (_, url, code) => {
    const result = await channels({ ...config, apiBaseUrl: await url() }).sms.send(outbound());
    expect(result).toEqual({
      kind: 'retryAfter',
      afterMs: 5000,
      reason: 'unreachable',
      code: expect.stringMatching(code),
    });
  });
});

test('a certificate file that is missing: nothing was sent, and all is well once it is there', async () => {
  const twilio = await scripted(created);
  const sms = channels({ ...config, apiBaseUrl: twilio.url }).sms;
  process.env.TWILIO_CA_BUNDLE = 'no-such-file.pem';
  expect(await sms.send(outbound())).toMatchObject({ kind: 'retryAfter', reason: 'other' });
  expect(twilio.posts).toHaveLength(0);
  delete process.env.TWILIO_CA_BUNDLE;
  expect(await sms.send(outbound())).toMatchObject({ kind: 'accepted' });
});

describe('what Twilio gets', () => {
  async function formSent(message = outbound(), changes = {}) {
    const twilio = await scripted(created);
    const clock = { now: () => receivedAt };
    await channels({ ...config, apiBaseUrl: twilio.url, clock, ...changes }).sms.send(message);
    return { ...twilio.posts[0]!, form: Object.fromEntries(new URLSearchParams(twilio.posts[0]!.body)) };
  }

  test('the message, from the number that the resident wrote to', async () => {
    const { path, headers, form } = await formSent(
      outbound({ account: '+447700900002', text: 'Diolch 🙂 & 1+1' }),
    );
    expect(path).toBe(`/2010-04-01/Accounts/${config.accountSid}/Messages.json`);
    expect(headers.authorization).toMatch(/^Basic /);
    expect(form).toEqual({
      To: resident,
      From: '+447700900002',
      Body: 'Diolch 🙂 & 1+1',
      StatusCallback: 'https://hearback.example/webhooks/twilio/status?attempt=attempt-1',
    });
  });

  test('our own number where the address has none of ours beside it', async () => {
    const { form } = await formSent(outbound({ account: '' }));
    expect(form.From).toBe(ourNumber);
  });

  test('the messaging service alone, where there is one', async () => {
    const { form } = await formSent(outbound(), { messagingServiceSid: 'MG1' });
    expect(form).toMatchObject({ MessagingServiceSid: 'MG1' });
    expect(form).not.toHaveProperty('From');
  });

  test('a base URL with a path before it', async () => {
    const twilio = await scripted(created);
    await channels({ ...config, apiBaseUrl: `${twilio.url}/proxy/` }).sms.send(outbound());
    expect(twilio.posts[0]!.path).toBe(`/proxy/2010-04-01/Accounts/${config.accountSid}/Messages.json`);
  });

  test.each([
    ['in an hour', 3_600_000, '3600'],
    ['in half a second', 500, '1'],
    ['a moment ago', -1, '1'],
    ['in a week', 7 * 86_400_000, '36000'],
  ])('to be dropped when it expires %s', async (_, inMs, seconds) => {
    const { form } = await formSent(outbound({ expiresAt: receivedAt + inMs }));
    expect(form.ValidityPeriod).toBe(seconds);
  });

  test('half a surrogate pair is mended rather than thrown at', async () => {
    const { form } = await formSent(outbound({ text: 'a\uD83D' }));
    expect(form.Body).toBe('a\uFFFD');
  });

  test('the longest text, whole', async () => {
    const { form } = await formSent(outbound({ text: 'é'.repeat(1600) }));
    expect(form.Body).toHaveLength(1600);
  });

  test.each([
    ['a text that would have to be cut', { text: 'x'.repeat(1601) }, {}, rejectedUnsent('tooLong', true)],
    ['a WhatsApp address', { address: `whatsapp:${resident}` }, {}, rejectedUnsent('badAddress', true)],
    ['a name', { address: 'MYBANK' }, {}, rejectedUnsent('badAddress', true)],
    ['no sender at all', { account: '' }, { from: null }, rejectedUnsent('auth', false)],
  ])('nothing: %s', async (_, message, changes, expected) => {
    const twilio = await scripted(created);
    const sms = channels({ ...config, apiBaseUrl: twilio.url, ...changes }).sms;
    expect(await sms.send(outbound(message))).toEqual(expected);
    expect(twilio.posts).toHaveLength(0);
  });
});

function rejectedUnsent(reason: string, permanent: boolean) {
  return { kind: 'rejected', reason, code: null, permanent };
}

test('what SMS can do', () => {
  expect(channels(config).sms.capabilities(resident)).toEqual({
    receipts: true,
    confirmsStop: true,
    choices: 0,
    maxLength: 1600,
    reach: 'phone',
    quietMs: 180_000,
    freeTextMs: null,
    followUps: true,
    media: true,
    rate: { perSecond: 1, burst: 1 },
    phone: resident,
  });
});

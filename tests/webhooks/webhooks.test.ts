import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '#store/db.ts';
import { ourNumber, resident } from '#tests/channels/messages.ts';
import { signed } from '#tests/channels/twilio-signed.ts';
import { eventually } from '#tests/support/eventually.ts';
import { receivedAt, secret, webhookServer } from './server.ts';

const words = 'The kerb by the library is too high';
const text = { MessageSid: `SM${'a'.repeat(32)}`, From: resident, To: ourNumber, Body: words, NumMedia: '0' };
const status = {
  MessageSid: `SM${'b'.repeat(32)}`,
  MessageStatus: 'delivered',
  From: ourNumber,
  To: resident,
};
const update = {
  update_id: 41,
  message: {
    message_id: 5,
    date: 1_790_000_000,
    chat: { id: 990001, type: 'private', first_name: 'A' },
    from: { id: 990001, is_bot: false, first_name: 'A' },
    text: words,
  },
};

describe('what a provider hears', () => {
  test('a text is received, then acknowledged with empty TwiML', async () => {
    const { twilio, received } = await webhookServer();
    const answer = await twilio(text);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await answer.text()).toContain('<Response/>');
    expect(received).toMatchObject([{ channel: 'sms', address: resident, text: words, receivedAt }]);
  });

  test('a Telegram message is received, then acknowledged', async () => {
    const given = await webhookServer();
    const answer = await given.update(update);
    expect([answer.status, await answer.text()]).toEqual([200, '{}']);
    expect(given.received).toMatchObject([{ channel: 'telegram', address: '990001', text: words }]);
  });

  test('a status becomes a receipt of its attempt', async () => {
    const { twilio, received, receipts } = await webhookServer();
    expect((await twilio(status, '/webhooks/twilio/status?attempt=a1')).status).toBe(200);
    expect(received).toEqual([]);
    expect(receipts).toMatchObject([{ channel: 'sms', state: 'delivered', attemptId: 'a1' }]);
  });

  test('the acknowledgement waits for the commit', async () => {
    const commit = Promise.withResolvers<{ kind: 'handled' }>();
    const arrived = Promise.withResolvers<void>();
    const order: string[] = [];
    const { twilio } = await webhookServer({
      receive: () => {
        arrived.resolve();
        return commit.promise;
      },
    });
    const answered = twilio(text).then(() => order.push('acknowledged'));
    await arrived.promise;
    order.push('committed');
    commit.resolve({ kind: 'handled' });
    await answered;
    expect(order).toEqual(['committed', 'acknowledged']);
  });

  test('five at once are five acknowledgements', async () => {
    const seen = new Set<string>();
    const { twilio, received } = await webhookServer({
      receive: async ({ dedupeKey }) => {
        const repeat = seen.has(dedupeKey);
        seen.add(dedupeKey);
        return { kind: repeat ? 'repeat' : 'handled' };
      },
    });
    const answers = await Promise.all(Array.from({ length: 5 }, () => twilio(text)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(received.map(({ dedupeKey }) => dedupeKey))).toEqual(new Set([text.MessageSid]));
  });

  test('words that were kept in spite of a fault are acknowledged: sending them again would change nothing', async () => {
    const { twilio } = await webhookServer({ receive: async () => ({ kind: 'failed' }) });
    expect((await twilio(text)).status).toBe(200);
  });
});

describe('who may not call', () => {
  const good = signed(text);
  const signature = { 'x-twilio-signature': good.headers['x-twilio-signature'] };
  test.each([
    ['no signature', '/webhooks/twilio', {}, 403],
    ['a forged one', '/webhooks/twilio', { 'x-twilio-signature': 'Zm9yZ2Vk' }, 403],
    ['signed for another path', '/webhooks/twilio/status', signature, 403],
    ['signed without this query', '/webhooks/twilio?x=1', signature, 403],
    ['no secret', '/webhooks/telegram', {}, 401],
    ['a wrong secret', '/webhooks/telegram', { 'x-telegram-bot-api-secret-token': `${secret}x` }, 401],
  ])('%s', async (_, path, headers, expected) => {
    const { post, received, receipts, lines } = await webhookServer();
    const body = path.includes('telegram') ? JSON.stringify(update) : good.rawBody;
    const answer = await post(path, body, headers);
    expect(answer.status).toBe(expected);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect([received, receipts]).toEqual([[], []]);
    const [line, ...more] = lines.map((one) => JSON.parse(one));
    expect(more).toEqual([]);
    expect(line).toEqual({
      level: 40,
      time: expect.any(Number),
      path: path.split('?')[0],
      status: expected,
      why: expect.any(String),
      msg: 'webhook refused',
    });
  });
});

describe('what is not understood', () => {
  const secretHeader = { 'x-telegram-bot-api-secret-token': secret };
  test.each([
    ['no JSON', '/webhooks/telegram', 'hello', secretHeader, 400],
    ['no update', '/webhooks/telegram', '{"hello":1}', secretHeader, 400],
    ['no body', '/webhooks/telegram', '', secretHeader, 400],
    ['64 KB and a byte', '/webhooks/telegram', 'x'.repeat(64 * 1024 + 1), secretHeader, 413],
    ['too large and not signed', '/webhooks/twilio', 'x'.repeat(64 * 1024 + 1), {}, 413],
    ['packed in an unknown way', '/webhooks/twilio', 'x', { 'content-encoding': 'zzz' }, 415],
  ])('%s', async (_, path, body, headers, expected) => {
    const { post, received, lines } = await webhookServer();
    const answer = await post(path, body, headers);
    expect(answer.status).toBe(expected);
    expect(await answer.text()).not.toContain('Error');
    expect(received).toEqual([]);
    expect(lines).toHaveLength(1);
  });

  test('a signed form that is no message', async () => {
    const { twilio, received } = await webhookServer();
    expect((await twilio({ Body: words })).status).toBe(400);
    expect(received).toEqual([]);
  });

  test('64 KB exactly is read', async () => {
    const { post } = await webhookServer();
    expect((await post('/webhooks/twilio', 'x'.repeat(64 * 1024))).status).toBe(403);
  });
});

describe('when it cannot be taken', () => {
  const unavailable = async () => {
    throw new StoreUnavailable('The database is locked.');
  };

  test('the store is unavailable: come back in a while', async () => {
    const { twilio, update: telegramUpdate } = await webhookServer({ receive: unavailable });
    for (const answer of [await twilio(text), await telegramUpdate(update)]) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
    }
  });

  test('a receipt that cannot be stored comes again too', async () => {
    const { twilio } = await webhookServer({ receipt: unavailable });
    expect((await twilio(status, '/webhooks/twilio/status')).status).toBe(503);
  });

  test('a fault of ours asks for it again and shows nothing of itself', async () => {
    const { twilio, lines } = await webhookServer({
      receive: async ({ address }) => {
        throw new Error(`no such table for ${address}: ${words}`);
      },
    });
    const answer = await twilio(text);
    expect([answer.status, await answer.text()]).toEqual([
      500,
      'Something went wrong here. Please send it again.\n',
    ]);
    expect(lines).toHaveLength(1);
  });

  test('who was kept waiting is asked to call again, and what came is still taken', async () => {
    const commit = Promise.withResolvers<{ kind: 'handled' }>();
    const { twilio, received } = await webhookServer({ receive: () => commit.promise, patienceMs: 1 });
    expect((await twilio(text)).status).toBe(503);
    commit.resolve({ kind: 'handled' });
    await eventually(() => received).toHaveLength(1);
  });

  test.each([
    ['/webhooks/twilio', 'TWILIO_ACCOUNT_SID'],
    ['/webhooks/twilio/status', 'TWILIO_ACCOUNT_SID'],
    ['/webhooks/telegram', 'TELEGRAM_BOT_TOKEN'],
  ])('%s is not connected: the answer names the setting', async (path, setting) => {
    const { post } = await webhookServer({ configured: false });
    const answer = await post(path, 'x');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(setting);
  });
});

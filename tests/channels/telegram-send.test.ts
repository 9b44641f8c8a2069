import { describe, expect, test } from 'vitest';
import { telegram } from '#channels/telegram/channel.ts';
import { outbound, receivedAt } from './messages.ts';
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
import { config, hooked } from './telegram-hooked.ts';

const chat = { id: 5550100, first_name: 'A', type: 'private' };
const toChat = (changes = {}) => outbound({ address: '5550100', account: '110201543', ...changes });
const sent = json(200, { ok: true, result: { message_id: 42, date: 1_795_167_000, chat, text: 'hi' } });
const no = (error_code: number, description: string, parameters?: object) =>
  json(error_code, { ok: false, error_code, description, ...(parameters ? { parameters } : {}) });

const rejected = (reason: string, code: string, permanent: boolean) => ({
  kind: 'rejected',
  reason,
  code,
  permanent,
});
const unknown = (code: string | null) => ({ kind: 'unknown', code });

const rows: [name: string, answer: Answer, expected: unknown][] = [
  ['200', sent, { kind: 'accepted', providerId: '5550100:42', segments: null }],
  ['403 blocked', no(403, 'Forbidden: bot was blocked by the user'), rejected('blocked', '403', true)],
  ['403 deactivated', no(403, 'Forbidden: user is deactivated'), rejected('blocked', '403', true)],
  [
    '403 who never wrote to us',
    no(403, "Forbidden: bot can't initiate conversation with a user"),
    rejected('blocked', '403', true),
  ],
  ['400 an id of nobody', no(400, 'Bad Request: PEER_ID_INVALID'), rejected('badAddress', '400', true)],
  ['400 no such user', no(400, 'Bad Request: user not found'), rejected('badAddress', '400', true)],
  ['400 a button', no(400, 'Bad Request: BUTTON_DATA_INVALID'), rejected('other', '400', false)],
  ['409', no(409, 'Conflict: terminated by other getUpdates request'), rejected('other', '409', false)],
  ['400 chat not found', no(400, 'Bad Request: chat not found'), rejected('badAddress', '400', true)],
  ['400 too long', no(400, 'Bad Request: message is too long'), rejected('tooLong', '400', true)],
  ['400 for another reason', no(400, 'Bad Request: message text is empty'), rejected('other', '400', false)],
  [
    '400 the chat has moved',
    no(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1001234567890,
    }),
    { kind: 'moved', address: '-1001234567890' },
  ],
  ['401 the token', no(401, 'Unauthorized'), rejected('auth', '401', false)],
  ['404 the token', no(404, 'Not Found'), rejected('auth', '404', false)],
  [
    '429 with its delay',
    no(429, 'Too Many Requests: retry after 35', { retry_after: 35 }),
    { kind: 'retryAfter', afterMs: 35_000, reason: 'rate', code: '429' },
  ],
  [
    '429 without a delay',
    no(429, 'Too Many Requests'),
    { kind: 'retryAfter', afterMs: 5000, reason: 'rate', code: '429' },
  ],
  ['500', no(500, 'Internal Server Error'), unknown('500')],
  ['502 with a page', page(502, '<h1>Bad gateway</h1>'), unknown(null)],
  ['no, without a code', json(400, { ok: false, description: 'Bad Request' }), unknown(null)],
  ['200 with a page', page(200, '<h1>Welcome</h1>'), unknown(null)],
  ['200 with cut JSON', page(200, '{"ok":tr'), unknown(null)],
  ['200 without a message', json(200, { ok: true, result: {} }), unknown(null)],
  ['200 without a result', json(200, { ok: true }), unknown(null)],
  ['accepted, then reset', acceptThenReset, unknown('ECONNRESET')],
];

describe('what an answer of Telegram means, after exactly one POST', () => {
  test.each(rows)('%s', async (_, answer, expected) => {
    const api = await scripted(answer);
    expect(await telegram({ ...config, apiRoot: api.url }).send(toChat())).toEqual(expected);
    expect(api.posts.map(({ path }) => path)).toEqual([`/bot${config.token}/sendMessage`]);
  });

  test.each([
    ['never answers', neverAnswer],
    ['answers byte by byte without end', trickle],
  ])('Telegram %s', async (_, answer) => {
    const api = await scripted(answer);
    const channel = telegram({ ...config, apiRoot: api.url, timeoutMs: 200 });
    expect(await channel.send(toChat())).toEqual(unknown(null));
    expect(api.posts).toHaveLength(1);
  });

  test.each([
    ['refused', () => closedPort()],
    [
      'refused at every address of a host',
      async () => (await closedPort()).replace('127.0.0.1', 'localhost'),
    ],
    ['no such host', async () => noSuchHost],
  ])('never accepted for certain: %s', async (_, url) => {
    const result = await telegram({ ...config, apiRoot: await url() }).send(toChat());
    expect(result).toMatchObject({ kind: 'retryAfter', afterMs: 5000, reason: 'unreachable' });
  });
});

describe('what Telegram gets', () => {
  async function bodySent(message = toChat()) {
    const api = await scripted(sent);
    await telegram({ ...config, apiRoot: `${api.url}/` }).send(message);
    return JSON.parse(api.posts[0]!.body);
  }

  test('the words as they are: nothing in them is markup', async () => {
    expect(await bodySent(toChat({ text: '*Diolch* <b>🙂</b>' }))).toEqual({
      chat_id: '5550100',
      text: '*Diolch* <b>🙂</b>',
    });
  });

  test('one button a row', async () => {
    const choices = [
      { value: 'better', label: 'Yes, better' },
      { value: 'same', label: 'No change' },
    ];
    expect(await bodySent(toChat({ choices }))).toMatchObject({
      reply_markup: {
        inline_keyboard: [
          [{ text: 'Yes, better', callback_data: 'better' }],
          [{ text: 'No change', callback_data: 'same' }],
        ],
      },
    });
  });

  test('half a surrogate pair is mended', async () => {
    expect(await bodySent(toChat({ text: 'a\uD83D' }))).toMatchObject({ text: 'a\uFFFD' });
  });

  test('the longest text, whole', async () => {
    expect((await bodySent(toChat({ text: 'x'.repeat(4096) }))).text).toHaveLength(4096);
  });

  test.each([
    ['a text that would have to be cut', { text: 'x'.repeat(4097) }, { reason: 'tooLong', permanent: true }],
    ['the name of a public channel', { address: '@street' }, { reason: 'badAddress', permanent: true }],
    ['no address', { address: '' }, { reason: 'badAddress', permanent: true }],
    [
      'a value that no button can carry',
      { choices: [{ value: 'é'.repeat(33), label: 'x' }] },
      { reason: 'other', code: 'BUTTON_DATA_INVALID', permanent: true },
    ],
  ])('nothing: %s', async (_, message, expected) => {
    const api = await scripted(sent);
    const result = await telegram({ ...config, apiRoot: api.url }).send(toChat(message));
    expect(result).toMatchObject({ kind: 'rejected', ...expected });
    expect(api.posts).toHaveLength(0);
  });
});

test('a reply names our message as we knew it when it was sent', async () => {
  const api = await scripted(sent);
  const channel = telegram({ ...config, apiRoot: api.url });
  const result = await channel.send(toChat());
  const update = {
    update_id: 901,
    message: { message_id: 43, date: 1_795_167_060, chat, text: 'yes', reply_to_message: { message_id: 42 } },
  };
  const verdict = await channel.webhook(hooked(update), receivedAt);
  if (result.kind !== 'accepted' || !verdict.ok) throw new Error('neither was meant to fail');
  expect(verdict.inbounds[0]?.replyTo).toBe(result.providerId);
});

test('what Telegram can do', () => {
  expect(telegram(config).capabilities('5550100')).toEqual({
    receipts: false,
    confirmsStop: false,
    choices: 8,
    maxLength: 4096,
    reach: 'app',
    quietMs: 90_000,
    freeTextMs: null,
    followUps: true,
    media: true,
    rate: { perSecond: 25, burst: 25 },
    phone: null,
  });
});

import { describe, expect, test } from 'vitest';
import type { Inbound } from '#channels/channel.ts';
import { telegram } from '#channels/telegram/channel.ts';
import { plain, receivedAt } from './messages.ts';
import { acceptThenReset, json, neverAnswer, scripted } from './scripted.ts';
import { config, hooked } from './telegram-hooked.ts';

const date = 1_795_167_000;
const sentAt = date * 1000;
const from = { id: 5550100, is_bot: false, first_name: 'A', language_code: 'cy' };
const chat = { id: 5550100, first_name: 'A', type: 'private' };
const group = { id: -4200, title: 'Street', type: 'group', all_members_are_administrators: true };
const supergroup = { id: -1001234567890, title: 'Street', type: 'supergroup' };
const bot = { id: 110201543, is_bot: true, first_name: 'Hearback', username: 'hearback_bot' };

const base = { message_id: 7, from, chat, date };
const message = (content: object) => ({ update_id: 900, message: { ...base, ...content } });
const press = (changes: object = {}) => ({
  update_id: 900,
  callback_query: {
    id: '4382bfdwdsb323b2d9',
    from,
    chat_instance: '1',
    data: 'better',
    message: { message_id: 41, from: bot, chat, date, text: 'Is it right?' },
    ...changes,
  },
});
const member = (status: string, where: object = chat) => ({
  update_id: 900,
  my_chat_member: {
    chat: where,
    from,
    date,
    old_chat_member: { user: bot, status: 'member' },
    new_chat_member: { user: bot, status, until_date: 0 },
  },
});
const file = (file_id: string, more: object = {}) => ({
  file_id,
  file_unique_id: `u${file_id}`,
  file_size: 9,
  ...more,
});
const photo = [file('small', { width: 90, height: 51 }), file('large', { width: 1280, height: 720 })];
const ref = (name: string, contentType: string | null) => ({ ref: name, contentType });

const rows: [name: string, update: unknown, expected: Partial<Inbound>][] = [
  ['a text', message({ text: 'Dim bws 🚌' }), { kind: 'text', text: 'Dim bws 🚌' }],
  [
    'a text beside things of another shape',
    message({ text: 'Dim bws', from: { ...from, language_code: 7 }, reply_to_message: 'gone' }),
    { kind: 'text', text: 'Dim bws' },
  ],
  [
    'a text with a link',
    message({ text: 'a.example', entities: [{ type: 'url', offset: 0, length: 9 }] }),
    { kind: 'text', text: 'a.example' },
  ],
  [
    'half a surrogate pair and NUL',
    '{"update_id":900,"message":{"message_id":7,"date":1795167000,"chat":{"id":5550100,"type":"private"},"text":"a\\ud83d\\u0000b"}}',
    { kind: 'text', text: 'a\uFFFD\uFFFDb' },
  ],
  [
    'STOP is a word like others: the conversation acts on it',
    message({ text: 'STOP' }),
    { kind: 'text', text: 'STOP' },
  ],
  [
    'a reply',
    message({ text: 'Yes, it is', reply_to_message: { ...base, message_id: 41, from: bot } }),
    { kind: 'text', text: 'Yes, it is', replyTo: '5550100:41' },
  ],
  [
    '/start',
    message({ text: '/start', entities: [{ type: 'bot_command', offset: 0, length: 6 }] }),
    { kind: 'command' },
  ],
  ['/start from a poster', message({ text: '/start buses-2026' }), { kind: 'command', text: 'buses-2026' }],
  [
    '/start with the name of the bot',
    message({ text: '/start@hearback_bot buses' }),
    { kind: 'command', text: 'buses' },
  ],
  ['/stop', message({ text: '/stop' }), { kind: 'optOut', text: '/stop' }],
  ['a menu command', message({ text: '/status' }), { kind: 'text', text: 'status' }],
  [
    'a menu command of two words, with the name of the bot',
    message({ text: '/forget_me@hearback_bot' }),
    { kind: 'text', text: 'forget me' },
  ],
  [
    'words after what only looks like a menu command',
    message({ text: '/back lane floods' }),
    { kind: 'text', text: '/back lane floods' },
  ],
  ['/help', message({ text: '/Help' }), { kind: 'help', text: '/Help' }],
  [
    'a word that only begins like a command',
    message({ text: '/started late' }),
    { kind: 'text', text: '/started late' },
  ],
  [
    '/stop in the middle of words',
    message({ text: 'the bus /stop' }),
    { kind: 'text', text: 'the bus /stop' },
  ],
  ['a photo: the largest size', message({ photo }), { kind: 'media', media: [ref('large', 'image/jpeg')] }],
  [
    'a photo with words',
    message({ photo, caption: 'here' }),
    { kind: 'media', text: 'here', media: [ref('large', 'image/jpeg')] },
  ],
  [
    'a voice message',
    message({ voice: file('v', { duration: 3, mime_type: 'audio/ogg' }) }),
    { kind: 'media', media: [ref('v', 'audio/ogg')] },
  ],
  [
    'a document',
    message({ document: file('d', { file_name: 'a.pdf', mime_type: 'application/pdf' }) }),
    { kind: 'media', media: [ref('d', 'application/pdf')] },
  ],
  [
    'a document of unknown kind',
    message({ document: file('d') }),
    { kind: 'media', media: [ref('d', null)] },
  ],
  [
    'a video',
    message({ video: file('w', { mime_type: 'video/mp4' }) }),
    { kind: 'media', media: [ref('w', 'video/mp4')] },
  ],
  [
    'a round video, which has no kind',
    message({ video_note: file('n', { length: 240 }) }),
    { kind: 'media', media: [ref('n', null)] },
  ],
  [
    'an animation, which comes twice',
    message({
      animation: file('g', { mime_type: 'video/mp4' }),
      document: file('g', { mime_type: 'video/mp4' }),
    }),
    { kind: 'media', media: [ref('g', 'video/mp4')] },
  ],
  [
    'a place',
    message({ location: { latitude: 51.5007, longitude: -0.1246 } }),
    { kind: 'location', text: 'Location: 51.5007, -0.1246', media: [] },
  ],
  [
    'a place with a name',
    message({
      location: { latitude: 51.5007, longitude: -0.1246 },
      venue: { title: 'City Hall', address: 'Cathays Park' },
    }),
    { kind: 'location', text: 'Location: 51.5007, -0.1246, City Hall, Cathays Park' },
  ],
  ['a sticker', message({ sticker: file('s', { emoji: '👍' }) }), { kind: 'unsupported' }],
  ['a poll', message({ poll: { id: '1', question: 'Well?' } }), { kind: 'unsupported' }],
  ['something that Telegram adds one day', message({ hologram: {} }), { kind: 'unsupported' }],
  [
    'a contact card',
    message({ contact: { phone_number: '+447700900123', first_name: 'B' } }),
    { kind: 'unsupported' },
  ],
  [
    'a recording',
    message({ audio: file('a', { duration: 60, mime_type: 'audio/mpeg', title: 'Our street' }) }),
    { kind: 'media', media: [ref('a', 'audio/mpeg')] },
  ],
  [
    'something that they pass on from a person',
    message({ text: 'My neighbour says so too', forward_origin: { type: 'user', sender_user: from, date } }),
    { kind: 'text', text: 'My neighbour says so too' },
  ],
  ['no photo at all', message({ photo: [], text: 'Look' }), { kind: 'text', text: 'Look' }],
  ['dice', message({ dice: { emoji: '🎲', value: 4 } }), { kind: 'unsupported' }],
  ['a game', message({ game: { title: 'Chess' } }), { kind: 'unsupported' }],
  [
    'one photo of an album',
    message({ photo, media_group_id: '13579', caption: 'Both kerbs' }),
    { kind: 'media', text: 'Both kerbs', media: [ref('large', 'image/jpeg')] },
  ],
  [
    'a voice note with words beside it',
    message({ voice: file('v', { duration: 3, mime_type: 'audio/ogg' }), caption: 'Listen' }),
    { kind: 'media', text: 'Listen', media: [ref('v', 'audio/ogg')] },
  ],
  [
    'something that they pass on from a channel',
    message({ text: 'Road closed', forward_origin: { type: 'channel', chat: supergroup, date } }),
    { kind: 'text', text: 'Road closed' },
  ],
  [
    'a place that they share for an hour',
    message({ location: { latitude: 51.5, longitude: -0.12, live_period: 3600 } }),
    { kind: 'location', text: 'Location: 51.5, -0.12' },
  ],
  [
    'an edited text',
    { update_id: 900, edited_message: { ...base, edit_date: date + 60, text: 'again' } },
    { kind: 'text', text: 'again', edit: true },
  ],
  [
    'an edit that says stop',
    { update_id: 900, edited_message: { ...base, edit_date: date + 60, text: '/stop' } },
    { kind: 'optOut', text: '/stop', edit: true },
  ],
  ['a link command of the menu', message({ text: '/link' }), { kind: 'text', text: 'link' }],
  [
    'a start that holds an encoded payload',
    message({ text: '/start aGlnaC1zdHJlZXQ_x-y' }),
    { kind: 'command', text: 'aGlnaC1zdHJlZXQ_x-y' },
  ],
  [
    'words as long as Telegram lets them be',
    message({ text: 'a'.repeat(4096) }),
    { kind: 'text', text: 'a'.repeat(4096) },
  ],
  ['a pressed button', press(), { kind: 'choice', choice: 'better', replyTo: '5550100:41', sentAt: null }],
  [
    'a button of a message too old to be shown',
    press({ message: { message_id: 41, chat, date: 0 } }),
    { kind: 'choice', choice: 'better', replyTo: '5550100:41', sentAt: null },
  ],
  ['the bot is blocked', member('kicked'), { kind: 'blocked' }],
  ['and let in again', member('member'), { kind: 'unblocked' }],
];

const nothing: [name: string, update: unknown][] = [
  [
    'an edited caption',
    { update_id: 900, edited_message: { ...base, edit_date: date + 60, caption: 'again', photo } },
  ],
  [
    'a place that moves',
    {
      update_id: 900,
      edited_message: { ...base, edit_date: date + 60, location: { latitude: 51.5, longitude: -0.12 } },
    },
  ],
  [
    'an edit by another bot',
    { update_id: 900, edited_message: { ...base, from: { ...from, is_bot: true }, text: 'again' } },
  ],
  [
    'an edited post in a channel',
    { update_id: 900, edited_channel_post: { ...base, chat: { id: -1, type: 'channel' }, text: 'news' } },
  ],
  ['a message to a business', { update_id: 900, business_message: { ...base, text: 'hello' } }],
  ['an edit in a group', { update_id: 900, edited_message: { ...base, chat: group, text: 'again' } }],
  ['a reaction', { update_id: 900, message_reaction: { chat, message_id: 7, user: from, date } }],
  ['a bot that is made an administrator', member('administrator', supergroup)],
  ['a business connection', { update_id: 900, business_connection: { id: 'b1', user: from, date } }],
  ['a vote in a poll', { update_id: 900, poll_answer: { poll_id: '1', user: from, option_ids: [0] } }],
  ['a payment to be confirmed', { update_id: 900, pre_checkout_query: { id: '1', from, currency: 'GBP' } }],
  ['another bot', message({ from: { ...from, is_bot: true }, text: 'hello' })],
  ['a channel that speaks as itself', message({ sender_chat: supergroup, text: 'hello' })],
  ['a message to a business account', message({ business_connection_id: 'b1', text: 'hello' })],
  ['a message in a group', message({ chat: group, text: 'hello all' })],
  ['a message in a supergroup', message({ chat: supergroup, text: 'hello all' })],
  [
    'a group becomes a supergroup: only groups do, and nothing of one is kept',
    message({ chat: group, migrate_to_chat_id: -1001234567890 }),
  ],
  ['the other half of a migration', message({ chat: supergroup, migrate_from_chat_id: -4200 })],
  [
    'a post in a channel',
    { update_id: 900, channel_post: { ...base, chat: { id: -1, type: 'channel' }, text: 'news' } },
  ],
  ['a button pressed in a group', press({ message: { message_id: 41, chat: group, date } })],
  ['a button of an inline message', press({ message: undefined, inline_message_id: '1' })],
  ['a button of a game', press({ data: undefined, game_short_name: 'g' })],
  ['the bot joins a group', member('member', group)],
  ['a restriction', member('restricted')],
  ['an inline query', { update_id: 900, inline_query: { id: '1', from, query: 'q', offset: '' } }],
  ['an update of a kind to come', { update_id: 900, telepathy: {} }],
];

const noMessages = ['choice', 'blocked', 'unblocked'];

const reply = { contentType: 'application/json', body: '{}' };

describe('what a Telegram update becomes', () => {
  test.each(rows)('%s', async (_, update, expected) => {
    expect(await telegram(config).webhook(hooked(update), receivedAt)).toEqual({
      ok: true,
      inbounds: [
        {
          ...plain,
          channel: 'telegram',
          account: '110201543',
          address: '5550100',
          dedupeKey: '900',
          // By which it can be deleted there; a button and a membership are no message of theirs.
          ...(noMessages.includes(expected.kind ?? 'text') ? {} : { providerId: '5550100:7' }),
          sentAt,
          ...expected,
        },
      ],
      receipts: [],
      reply,
    });
  });

  test.each(nothing)('nothing: %s', async (_, update) => {
    const verdict = await telegram(config).webhook(hooked(update), receivedAt);
    expect(verdict).toEqual({ ok: true, inbounds: [], receipts: [], reply });
  });

  test.each([
    ['no JSON', 'update_id=1'],
    ['cut JSON', '{"update_id":900,"mess'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['no update_id', { message: base }],
    ['a message without a chat', { update_id: 900, message: { message_id: 7, date, text: 'hi' } }],
    ['a text that is no text', message({ text: 7 })],
    ['a photo that is no list', message({ photo: file('p') })],
    ['a membership without a status', { update_id: 900, my_chat_member: { chat, date } }],
    ['a chat id that is no number', message({ chat: { id: '5550100', type: 'private' }, text: 'hi' })],
  ])('malformed: %s', async (_, update) => {
    expect(await telegram(config).webhook(hooked(update), receivedAt)).toMatchObject({
      ok: false,
      status: 400,
    });
  });
});

test('a token of an unusual shape is not given away as the account', async () => {
  const channel = telegram({ ...config, token: 'sampleToken' });
  const verdict = await channel.webhook(hooked(message({ text: 'hi' })), receivedAt);
  expect(verdict).toMatchObject({ ok: true, inbounds: [{ account: 'bot' }] });
});

describe('who may not call', () => {
  const request = hooked(message({ text: 'hi' }));
  test.each([
    ['no secret', undefined],
    ['an empty one', ''],
    ['another', 'b-secret-for-tests'],
    ['a part of it', 'a-secret'],
    ['more than it', `${config.webhookSecret}!`],
    ['in capitals', config.webhookSecret.toUpperCase()],
  ])('%s', async (_, secret) => {
    const headers = { ...request.headers, 'x-telegram-bot-api-secret-token': secret };
    const verdict = await telegram(config).webhook({ ...request, headers }, receivedAt);
    expect(verdict).toMatchObject({ ok: false, status: 401 });
  });
});

describe('a pressed button stops spinning', () => {
  test('Telegram is told that the press arrived', async () => {
    const api = await scripted(json(200, { ok: true, result: true }));
    await telegram({ ...config, apiRoot: api.url }).webhook(hooked(press()), receivedAt);
    const told = await api.next;
    expect(told.path).toBe(`/bot${config.token}/answerCallbackQuery`);
    expect(JSON.parse(told.body)).toEqual({ callback_query_id: '4382bfdwdsb323b2d9' });
  });

  test.each([
    ['says no', json(400, { ok: false, error_code: 400, description: 'Bad Request: query is too old' })],
    ['hangs up', acceptThenReset],
    ['never answers', neverAnswer],
  ])('and nobody waits or fails when Telegram %s', async (_, answer) => {
    const api = await scripted(answer);
    const channel = telegram({ ...config, apiRoot: api.url, timeoutMs: 200 });
    expect(await channel.webhook(hooked(press()), receivedAt)).toMatchObject({ ok: true });
    await api.next;
  });

  test('not for a stranger', async () => {
    const api = await scripted(json(200, { ok: true, result: true }));
    const request = { ...hooked(press()), headers: {} };
    await telegram({ ...config, apiRoot: api.url }).webhook(request, receivedAt);
    expect(api.posts).toHaveLength(0);
  });
});

test.each([
  ['no token', { token: '' }, 'TELEGRAM_BOT_TOKEN'],
  ['no secret, with which everyone may call', { webhookSecret: '' }, 'TELEGRAM_WEBHOOK_SECRET'],
])('settings that cannot work stop the start: %s', (_, changes, name) => {
  expect(() => telegram({ ...config, ...changes })).toThrow(name);
});

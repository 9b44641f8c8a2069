import { Bot, type GrammyError, HttpError, InlineKeyboard } from 'grammy';
import { expect, onTestFinished, test } from 'vitest';
import { startTelegramDouble, type TelegramDouble } from './telegram.ts';
import { floodWait, migratedTo, type TelegramAnswer, telegramAnswers } from './telegram-answers.ts';
import { openWebhookEar, type WebhookEar } from './webhook-ear.ts';

const token = '7000000001:a-token-for-tests';
const webhookSecret = 'a-secret-for-tests';
const chatId = 900_001;

async function start(): Promise<{ double: TelegramDouble; bot: Bot }> {
  const double = await startTelegramDouble({ token, webhookSecret });
  onTestFinished(() => double.close());
  return { double, bot: new Bot(token, { client: { apiRoot: double.origin } }) };
}

async function startWithEar(): Promise<{ double: TelegramDouble; ear: WebhookEar }> {
  const { double } = await start();
  const ear = await openWebhookEar();
  onTestFinished(() => ear.close());
  double.callsTo({ local: ear.local, publicUrl: 'https://listen.example/base' });
  return { double, ear };
}

test('a message is sent, and logged before the answer', async () => {
  const { double, bot } = await start();
  const keyboard = new InlineKeyboard().text('Yes', 'yes');
  const sent = await bot.api.sendMessage(chatId, 'Helo 👋', { reply_markup: keyboard });
  expect(sent).toMatchObject({
    chat: { id: chatId, type: 'private' },
    text: 'Helo 👋',
    from: { is_bot: true },
  });
  expect(double.posts()).toMatchObject([
    { chatId: '900001', text: 'Helo 👋', answer: 'accept', messageId: sent.message_id },
  ]);
  expect(double.log()).toEqual(double.calls);
  expect((await bot.api.sendMessage(chatId, 'Again')).message_id).toBe(sent.message_id + 1);
});

test('the other methods answer as they should', async () => {
  const { double, bot } = await start();
  expect((await bot.api.getMe()).is_bot).toBe(true);
  expect(double.webhook()).toBeNull();
  await bot.api.setWebhook('https://listen.example/webhooks/telegram', { secret_token: webhookSecret });
  expect(double.webhook()).toEqual({
    url: 'https://listen.example/webhooks/telegram',
    secretToken: webhookSecret,
  });
  expect((await bot.api.getWebhookInfo()).url).toBe('https://listen.example/webhooks/telegram');
  await bot.api.deleteWebhook();
  expect(double.webhook()).toBeNull();
  expect(await bot.api.answerCallbackQuery('1')).toBe(true);
  expect(double.calls).toHaveLength(5);
  expect(double.posts()).toEqual([]);
  await expect(bot.api.getChat(chatId)).rejects.toMatchObject({ error_code: 404 });
});

test.each<[string, TelegramAnswer, Partial<GrammyError>]>([
  [
    '403',
    telegramAnswers.blocked,
    { error_code: 403, description: 'Forbidden: bot was blocked by the user' },
  ],
  ['400', telegramAnswers.chatNotFound, { error_code: 400, description: 'Bad Request: chat not found' }],
  ['429', floodWait(9), { error_code: 429, parameters: { retry_after: 9 } }],
  ['a new address', migratedTo(-100_900), { error_code: 400, parameters: { migrate_to_chat_id: -100_900 } }],
  ['500', telegramAnswers.serverError, { error_code: 500 }],
])('a message can be refused with %s', async (_, answer, error) => {
  const { double, bot } = await start();
  double.script.next(answer);
  await expect(bot.api.sendMessage(chatId, 'Hello')).rejects.toMatchObject(error);
  expect(double.log()).toMatchObject([{ answer: 'reject', messageId: null }]);
  await bot.api.sendMessage(chatId, 'Hello');
});

test('a refusal can stand for one chat', async () => {
  const { double, bot } = await start();
  double.script.always(String(chatId), telegramAnswers.blocked);
  await expect(bot.api.sendMessage(chatId, 'Hello')).rejects.toMatchObject({ error_code: 403 });
  await bot.api.sendMessage(900_002, 'Hello');
  double.script.forget();
  await bot.api.sendMessage(chatId, 'Hello');
});

test.each<[string, string, InlineKeyboard | undefined]>([
  ['message is too long', 'x'.repeat(4097), undefined],
  ['message text is empty', ' ', undefined],
  ['BUTTON_DATA_INVALID', 'Hello', new InlineKeyboard().text('Yes', 'ŵ'.repeat(33))],
])('Telegram itself says: %s', async (description, text, keyboard) => {
  const { double, bot } = await start();
  const other = keyboard === undefined ? {} : { reply_markup: keyboard };
  await expect(bot.api.sendMessage(chatId, text, other)).rejects.toMatchObject({
    description: `Bad Request: ${description}`,
  });
  expect(double.log()).toMatchObject([{ answer: 'invalid', messageId: null }]);
});

test('a wrong token is refused', async () => {
  const { double } = await start();
  const stranger = new Bot('1:wrong', { client: { apiRoot: double.origin } });
  await expect(stranger.api.getMe()).rejects.toMatchObject({ error_code: 401 });
});

test.each<[string, TelegramAnswer, boolean]>([
  ['after taking the message', telegramAnswers.acceptThenReset, true],
  ['before', telegramAnswers.resetBeforeAccept, false],
])('the connection can break %s', async (_, answer, taken) => {
  const { double, bot } = await start();
  double.script.next(answer);
  await expect(bot.api.sendMessage(chatId, 'Hello')).rejects.toThrow(HttpError);
  expect(double.log().map(({ messageId }) => messageId !== null)).toEqual([taken]);
});

test('an answer can be held back, and the whole service can be away', async () => {
  const { double, bot } = await start();
  double.script.next(telegramAnswers.acceptThenWait);
  const waiting = bot.api.sendMessage(chatId, 'Hello');
  await double.posted(1);
  expect(double.posts()).toMatchObject([{ answer: 'acceptThenWait', messageId: expect.any(Number) }]);
  double.release();
  expect((await waiting).text).toBe('Hello');
  await double.down();
  await expect(bot.api.sendMessage(chatId, 'Hello')).rejects.toThrow(HttpError);
  await double.up();
  expect((await bot.api.getMe()).is_bot).toBe(true);
});

test('what a person does arrives as updates with rising ids and the secret', async () => {
  const { double, ear } = await startWithEar();
  await double.message({ chatId, text: 'Dŵr', replyTo: 101 });
  await double.start({ chatId, payload: 'parks' });
  await double.press({ chatId, data: 'yes', messageId: 101 });
  await double.membership({ chatId, status: 'kicked' });
  const updates = ear.heard.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  expect(updates).toMatchObject([
    { message: { text: 'Dŵr', chat: { id: chatId }, reply_to_message: { message_id: 101 } } },
    { message: { text: '/start parks', entities: [{ type: 'bot_command', length: 6 }] } },
    { callback_query: { data: 'yes', from: { id: chatId }, message: { message_id: 101 } } },
    { my_chat_member: { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked' } } },
  ]);
  const ids = updates.map(({ update_id }) => Number(update_id));
  expect(ids).toEqual([0, 1, 2, 3].map((n) => (ids[0] ?? 0) + n));
  expect(ear.heard[0]).toMatchObject({
    url: '/webhooks/telegram',
    headers: { 'x-telegram-bot-api-secret-token': webhookSecret },
  });
});

test('the secret can be wrong or missing, and a call can be repeated', async () => {
  const { double, ear } = await startWithEar();
  await double.message({ chatId, text: 'Hello', secret: 'wrong' });
  const { call } = await double.message({ chatId, text: 'Hello', secret: 'missing' });
  await double.deliver(call);
  const secrets = ear.heard.map(({ headers }) => headers['x-telegram-bot-api-secret-token']);
  expect(secrets).toEqual([`${webhookSecret}-wrong`, undefined, undefined]);
  expect(ear.heard[2]?.body).toBe(ear.heard[1]?.body);
});

test('a file can be found and fetched', async () => {
  const { double, bot } = await start();
  const id = double.file('voice/1.oga', Buffer.from('ogg'));
  expect(await bot.api.getFile(id)).toMatchObject({ file_id: id, file_path: 'voice/1.oga', file_size: 3 });
  const response = await fetch(`${double.origin}/file/bot${token}/voice/1.oga`);
  expect(await response.text()).toBe('ogg');
});

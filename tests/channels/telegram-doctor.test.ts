import { describe, expect, test } from 'vitest';
import { telegram } from '#channels/telegram/channel.ts';
import { testClock } from '#tests/support/clock.ts';
import { telegramQueue } from '#tests/support/providers/telegram-queue.ts';
import { receivedAt } from './messages.ts';
import { config } from './telegram-hooked.ts';

const url = 'https://listen.example.org/webhooks/telegram';
const kinds = ['message', 'edited_message', 'callback_query', 'my_chat_member'];
const menus = [
  { language: 'en' as const, commands: [{ command: 'help', description: 'How to get help' }] },
  { language: 'cy' as const, commands: [{ command: 'help', description: 'Sut i gael help' }] },
];

async function doctor(polls = false) {
  const queue = await telegramQueue();
  queue.results.getMyCommands = menus[0]?.commands;
  queue.results['getMyCommands:cy'] = menus[1]?.commands;
  queue.results.getWebhookInfo = { url, allowed_updates: kinds, pending_update_count: 0 };
  const bot = telegram({
    ...config,
    ...(polls ? { webhookSecret: null } : {}),
    apiRoot: queue.origin,
    menus,
    clock: testClock(receivedAt),
  });
  const check = async () => (await bot.check?.()) ?? [];
  const register = async () => (await bot.register?.()) ?? [];
  return { queue, check, register };
}

describe('the doctor at Telegram', () => {
  test('finds nothing where all is as it should be, and changes nothing', async () => {
    const { queue, check } = await doctor();
    expect((await check()).map(({ what, state }) => [what, state])).toEqual([
      ['Telegram bot', 'ok'],
      ['Telegram webhook', 'ok'],
      ['Telegram menu', 'ok'],
    ]);
    expect(new Set(queue.calls.map(({ method }) => method))).toEqual(
      new Set(['getMe', 'getWebhookInfo', 'getMyCommands']),
    );
  });

  test.each([
    ['none is set', { url: '' }, 'none is set'],
    ['another address', { url: 'https://elsewhere.example.org/hook' }, 'Telegram calls another address'],
    ['too few kinds', { url, allowed_updates: ['message'] }, 'Telegram does not send all that is needed'],
  ])('finds a webhook that is wrong and can be put right: %s', async (_, info, found) => {
    const { queue, check } = await doctor();
    queue.results.getWebhookInfo = { pending_update_count: 0, ...info };
    expect((await check())[1]).toMatchObject({ state: 'problem', found, fixable: true });
  });

  test('says what Telegram met when it called us', async () => {
    const { queue, check } = await doctor();
    queue.results.getWebhookInfo = {
      ...{ url, allowed_updates: kinds, pending_update_count: 3 },
      ...{ last_error_date: receivedAt / 1000 - 60, last_error_message: 'SSL error' },
    };
    expect((await check())[1]).toMatchObject({
      state: 'warning',
      found: 'Telegram could not reach us in the last hour: SSL error',
    });
  });

  test('names a menu that is missing, a bot that joins groups, and a token that is wrong', async () => {
    const { queue, check } = await doctor();
    queue.results.getMyCommands = [];
    queue.results.getMe = { id: 7, is_bot: true, username: 'b', can_join_groups: true };
    expect((await check()).map(({ state, fixable }) => [state, fixable])).toEqual([
      ['warning', false],
      ['ok', false],
      ['warning', true],
    ]);
    queue.refuse('getMe', 401, 'Unauthorized');
    expect(await check()).toMatchObject([{ state: 'problem', found: 'Telegram does not know this token' }]);
    queue.refuse('getMe', 502, 'Bad Gateway');
    expect(await check()).toMatchObject([{ state: 'warning', found: 'Telegram answered 502' }]);
  });

  test('names a menu whose words are not ours any more, and one that only its languages have', async () => {
    const { queue, check } = await doctor();
    queue.results['getMyCommands:cy'] = menus[0]?.commands;
    expect((await check())[2]).toMatchObject({ state: 'warning', found: 'it is not set in cy' });
    queue.results.getMyCommands = [];
    expect((await check())[2]).toMatchObject({ state: 'warning', found: 'it is not set for everybody else' });
  });

  test('sets the webhook with the secret, and the menu in each language and for everybody else', async () => {
    const { queue, register } = await doctor();
    expect((await register()).map(({ found }) => found)).toEqual([
      `Telegram now calls ${url}`,
      'set in en, cy',
    ]);
    expect(queue.of('setWebhook')).toMatchObject([
      { payload: { url, secret_token: config.webhookSecret, allowed_updates: kinds } },
    ]);
    expect(queue.of('setMyCommands').map(({ payload }) => payload.language_code)).toEqual([
      undefined,
      'en',
      'cy',
    ]);
  });

  test('takes the webhook away where we ask for messages ourselves', async () => {
    const { queue, check, register } = await doctor(true);
    expect((await check())[1]).toMatchObject({ state: 'problem', fixable: true });
    await register();
    expect(queue.of('deleteWebhook')).toHaveLength(1);
    expect(queue.of('setWebhook')).toEqual([]);
  });
});

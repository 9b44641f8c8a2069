import { describe, expect, onTestFinished, test } from 'vitest';
import type { Inbound } from '#channels/channel.ts';
import { telegram } from '#channels/telegram/channel.ts';
import { eventually } from '#tests/support/eventually.ts';
import { telegramQueue } from '#tests/support/providers/telegram-queue.ts';
import { config } from './telegram-hooked.ts';

const says = (update_id: number, text: string) => ({
  update_id,
  message: { message_id: update_id, date: 1_763_000_000, chat: { id: 42, type: 'private' }, text },
});

/** A bot that asks, and what it hands over. */
async function polling(take?: (inbounds: Inbound[]) => Promise<boolean>) {
  const queue = await telegramQueue();
  const bot = telegram({ ...config, webhookSecret: null, apiRoot: queue.origin });
  const heard: string[] = [];
  const warnings: string[] = [];
  const ending = new AbortController();
  const start = () =>
    bot.poll(
      {
        take: async (inbounds) => {
          const took = (await take?.(inbounds)) ?? true;
          if (took) heard.push(...inbounds.map(({ text }) => text));
          return took;
        },
        warn: (_, message) => void warnings.push(message),
      },
      ending.signal,
    );
  onTestFinished(() => ending.abort());
  return { queue, bot, heard, warnings, start, stop: () => ending.abort() };
}

describe('a bot that asks Telegram for its messages', () => {
  test('takes the webhook away first, and asks for what it needs', async () => {
    const { queue, start, bot } = await polling();
    void start();
    await eventually(() => queue.of('getUpdates')).toHaveLength(1);
    expect(queue.calls.map(({ method }) => method)).toEqual(['deleteWebhook', 'getUpdates']);
    expect(queue.of('getUpdates')[0]?.payload).toMatchObject({
      allowed_updates: expect.arrayContaining(['message', 'callback_query', 'my_chat_member']),
    });
    expect(bot.polls).toBe(true);
  });

  test('hands them over in order, and confirms each by asking for the one after it', async () => {
    const { queue, start, heard } = await polling();
    queue.add(says(10, 'one'), says(11, 'two'));
    void start();
    await eventually(() => queue.left()).toEqual([]);
    expect(heard).toEqual(['one', 'two']);
    queue.add(says(12, 'three'));
    await eventually(() => heard).toEqual(['one', 'two', 'three']);
    await eventually(() => queue.of('getUpdates').at(-1)?.payload.offset).toBe(13);
  });

  test('confirms nothing that could not be stored, and asks for it again', async () => {
    let full = true;
    const { queue, start, heard } = await polling(async () => !full);
    queue.add(says(10, 'one'), says(11, 'two'));
    void start();
    await eventually(() => queue.of('getUpdates').length).toBeGreaterThan(1);
    expect(queue.left()).toEqual([10, 11]);
    full = false;
    await eventually(() => heard).toEqual(['one', 'two']);
  });

  test('passes over what can never be read, so that nobody waits behind it', async () => {
    const { queue, start, heard, warnings } = await polling();
    queue.add({ update_id: 10, message: 'no message' }, says(11, 'two'));
    void start();
    await eventually(() => heard).toEqual(['two']);
    expect(warnings).toEqual(['an update of Telegram could not be read and is passed over']);
  });

  test('passes over what fails again and again, and says so', { timeout: 20_000 }, async () => {
    const { queue, start, heard, warnings } = await polling(async ([first]) => {
      if (first?.text === 'one') throw new Error('A fault of ours.');
      return true;
    });
    queue.add(says(10, 'one'), says(11, 'two'));
    void start();
    await eventually(() => heard).toEqual(['two']);
    expect(warnings).toEqual(['an update of Telegram cannot be taken in and is passed over']);
    expect(queue.of('getUpdates').length).toBeGreaterThanOrEqual(5);
  });

  test('goes on after faults of Telegram, and says once what they are', async () => {
    const { queue, start, heard, warnings } = await polling();
    queue.refuse('getUpdates', 409, 'Conflict: terminated by other getUpdates request');
    queue.add(says(10, 'one'));
    void start();
    await eventually(() => heard).toEqual(['one']);
    expect(warnings).toEqual([
      'Telegram gives its updates to somebody else: is another Hearback polling with this token?',
    ]);
  });

  test('ends at once when it is stopped, though Telegram is still holding the answer back', async () => {
    const { queue, start, stop } = await polling();
    const running = start();
    await eventually(() => queue.of('getUpdates')).toHaveLength(1);
    const before = performance.now();
    stop();
    await running;
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('a group', () => {
  const group = { id: -4200, type: 'group', title: 'The street' };
  const added = {
    update_id: 1,
    my_chat_member: {
      chat: group,
      from: { id: 42, is_bot: false, language_code: 'cy' },
      date: 1_763_000_000,
      new_chat_member: { status: 'member' },
    },
  };
  const talk = { update_id: 2, message: { ...says(2, '/start').message, chat: group } };

  test('is told once, politely, and left; nothing of it is handed over', async () => {
    const { queue, start, heard } = await polling();
    queue.add(added, talk, { ...talk, update_id: 3 });
    void start();
    await eventually(() => queue.of('leaveChat')).toHaveLength(1);
    await eventually(() => queue.left()).toEqual([]);
    expect(queue.of('sendMessage')).toMatchObject([
      { payload: { chat_id: -4200, text: 'Please write to us on your own.' } },
    ]);
    expect(queue.of('leaveChat')).toMatchObject([{ payload: { chat_id: -4200 } }]);
    expect(heard).toEqual([]);
  });

  test('that adds us again is left again, without another word', async () => {
    const { queue, start } = await polling();
    queue.add(added);
    void start();
    await eventually(() => queue.of('leaveChat')).toHaveLength(1);
    queue.add({ ...added, update_id: 2 });
    await eventually(() => queue.of('leaveChat')).toHaveLength(2);
    expect(queue.of('sendMessage')).toHaveLength(1);
  });

  test('that is a channel is left without a word, which all its followers would read', async () => {
    const { queue, start } = await polling();
    const { my_chat_member: change } = added;
    queue.add({ update_id: 1, my_chat_member: { ...change, chat: { id: -100, type: 'channel' } } });
    void start();
    await eventually(() => queue.of('leaveChat')).toHaveLength(1);
    expect(queue.of('sendMessage')).toEqual([]);
  });

  test('that has thrown us out is not answered', async () => {
    const { queue, start } = await polling();
    const { my_chat_member: change } = added;
    queue.add({ update_id: 1, my_chat_member: { ...change, new_chat_member: { status: 'kicked' } } });
    void start();
    await eventually(() => queue.left()).toEqual([]);
    expect([...queue.of('sendMessage'), ...queue.of('leaveChat')]).toEqual([]);
  });

  test('that refuses the notice is left all the same', async () => {
    const { queue, start } = await polling();
    queue.refuse('sendMessage', 403, 'Forbidden: bot is not a member of the group chat');
    queue.add(added);
    void start();
    await eventually(() => queue.of('leaveChat')).toHaveLength(1);
  });
});

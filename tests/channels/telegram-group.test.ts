import type { Api } from 'grammy';
import { expect, test } from 'vitest';
import { groupDecliner } from '#channels/telegram/group.ts';
import { updateOf } from '#channels/telegram/update.ts';

test('a group that adds the bot again is left again', async () => {
  const calls: string[] = [];
  const api = {
    sendMessage: async () => calls.push('say'),
    leaveChat: async () => calls.push('leave'),
  };
  const decline = groupDecliner(
    async () => api as unknown as Api,
    () => 'Sorry, no groups.',
  );
  for (const status of ['member', 'member', 'left', 'member']) {
    const update = updateOf({
      update_id: 1,
      my_chat_member: {
        chat: { id: -5, type: 'group' },
        from: { id: 1, is_bot: false },
        date: 1,
        new_chat_member: { status },
      },
    });
    if (update === null) throw new Error('It cannot be read.');
    await decline(update);
  }
  expect(calls).toEqual(['say', 'leave', 'say', 'leave']);
});

import type { Api } from 'grammy';
import type { Update } from './update.ts';

/** What is said, once, in the language of somebody's own screen, as Telegram names it (`pl`); null: nothing. */
export type DeclineGroup = (locale: string | null) => string | null;

interface Group {
  id: number;
  type: string;
  locale: string | null;
}

/** Chats that this process remembers having told. */
const most = 1000;

/**
 * Makes what declines groups: a bot that answered there would show one person's words to others. It says so once, leaves
 * as often as it is added, and keeps nothing. Nobody waits for it.
 */
export function groupDecliner(api: () => Promise<Api>, say: DeclineGroup): (update: Update) => Promise<void> {
  const declined = new Set<number>();
  return async (update) => {
    const group = groupOf(update);
    if (group === null) return;
    const told = declined.has(group.id);
    // What was written there before we were gone brings no second leaving; being added again does.
    if (told && update.my_chat_member === undefined) return;
    if (declined.size >= most) declined.clear();
    declined.add(group.id);
    const bot = await api();
    // In a channel everybody who follows it would read us.
    const words = told || group.type === 'channel' ? null : say(group.locale);
    if (words !== null) await ignoringFaults(bot.sendMessage(group.id, words));
    await ignoringFaults(bot.leaveChat(group.id));
  };
}

function groupOf({ message, my_chat_member: change }: Update): Group | null {
  const chat = message?.chat ?? change?.chat;
  if (chat === undefined || chat.type === 'private') return null;
  // The group lives on under another id, and tells us there.
  if (message?.migrate_to_chat_id !== undefined) return null;
  if (change !== undefined && !['member', 'administrator'].includes(change.new_chat_member.status))
    return null;
  const locale = (message?.from ?? change?.from)?.language_code ?? null;
  return { id: chat.id, type: chat.type, locale };
}

async function ignoringFaults(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch {
    // We were thrown out already, or may not write there.
  }
}

import type { Api } from 'grammy';
import { z } from 'zod';
import type { Forgotten, KeptMessage } from '#channels/channel.ts';
import type { Clock } from '#domain/clock.ts';

/** https://core.telegram.org/bots/api#deletemessage: in private chats a bot may delete what either side sent, this long. */
const DELETABLE_MS = 48 * 60 * 60 * 1000;
const MINUTE = 60_000;

/** grammY's GrammyError: the Bot API said no. */
const answer = z.looseObject({
  name: z.literal('GrammyError'),
  error_code: z.int(),
  description: z.string().catch(''),
  parameters: z.looseObject({ retry_after: z.number().optional() }).catch({}),
});

/** Makes `forget`: one deleteMessage, which takes the message off the resident's own screen too. */
export function telegramForgetter(
  api: () => Promise<Api>,
  clock: Clock,
): (message: KeptMessage) => Promise<Forgotten> {
  return async ({ providerId, at, farewell }) => {
    const [, chat, id] = /^(-?\d+):(\d+)$/.exec(providerId) ?? [];
    // That they are forgotten must not vanish before they have read it.
    if (chat === undefined || farewell || clock.now() - at >= DELETABLE_MS) return { kind: 'cannot' };
    try {
      await (await api()).deleteMessage(chat, Number(id));
      return { kind: 'done' };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

function outcomeOf(error: unknown): Forgotten {
  const said = answer.safeParse(error);
  if (!said.success) return { kind: 'retry', afterMs: MINUTE };
  const { error_code: code, description, parameters } = said.data;
  if (code === 429) return { kind: 'retry', afterMs: (parameters.retry_after ?? 60) * 1000 };
  // A wrong token may be put right.
  if (code >= 500 || code === 401 || code === 404) return { kind: 'retry', afterMs: MINUTE };
  return /message to delete not found/i.test(description) ? { kind: 'done' } : { kind: 'cannot' };
}

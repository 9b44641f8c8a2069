import type { Forgotten, KeptMessage } from '#channels/channel.ts';
import { type Connection, Refusal } from './client.ts';

const MINUTE = 60_000;

/**
 * Makes `forget`: one DELETE of a Message, which takes its body, its number and its media with it. Twilio's own backups
 * may hold the body for 30 days more. https://www.twilio.com/docs/messaging/api/message-resource#delete-a-message-resource
 */
export function twilioForgetter(twilio: Connection): (message: KeptMessage) => Promise<Forgotten> {
  return async ({ providerId }) => {
    if (!/^(SM|MM)[0-9a-fA-F]{32}$/.test(providerId)) return { kind: 'cannot' };
    try {
      await (await twilio.client()).messages(providerId).remove();
      return { kind: 'done' };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

function outcomeOf(error: unknown): Forgotten {
  if (!(error instanceof Refusal)) return { kind: 'retry', afterMs: MINUTE };
  const { status, code, retryAfter } = error;
  // Deleted already: by us before a crash, or by the account's own retention.
  if (status === 404) return { kind: 'done' };
  if (status === 429 || status >= 500) return { kind: 'retry', afterMs: seconds(retryAfter) ?? MINUTE };
  // Still on its way: https://www.twilio.com/docs/api/errors/20009. A wrong password of ours may be put right.
  if (code === '20009' || [401, 403, 408, 409].includes(status)) return { kind: 'retry', afterMs: MINUTE };
  return { kind: 'cannot' };
}

function seconds(retryAfter: string | null): number | null {
  return /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : null;
}

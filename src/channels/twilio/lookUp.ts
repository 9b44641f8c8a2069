import type { LookedUp, LostAttempt } from '#channels/channel.ts';
import { isWhatsApp, phoneIn } from './address.ts';
import { type Connection, Refusal } from './client.ts';
import { type ListedMessage, listedTo } from './listed.ts';
import { delayOf } from './outcome.ts';
import { nowOf, type TwilioConfig } from './settings.ts';
import { stateOf } from './status.ts';

const MINUTE = 60_000;

/** Before this, what was posted may still be on its way into Twilio's list. */
const settledAfterMs = 5 * MINUTE;

/** After this, an account's retention may have taken it away. */
const keptForMs = 7 * 24 * 60 * MINUTE;

/** Twilio's clock and ours may differ, by a lot where a machine's time is wrong: what is as near as this could be it. */
const nearMs = 60 * MINUTE;

/** What is it was made then: Twilio says when in whole seconds, and a POST that we gave up on may be taken a little later. */
const earlyMs = 5_000;
const lateMs = 10 * MINUTE;

/** Of a hundred messages each; where there are more, we have not seen them all. */
const maxPages = 10;

/**
 * What became of an attempt whose answer was lost. Twilio does not say which callback a message was posted with, so it is
 * known by its words and its time. `none` sends again, so it is said only where no message of that time could be this one.
 * https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources
 */
export async function lookUp(
  config: TwilioConfig,
  connection: Connection,
  attempt: LostAttempt,
): Promise<LookedUp> {
  const age = nowOf(config) - attempt.attemptedAt;
  if (age > keptForMs) return { kind: 'cannot' };
  try {
    // No filter by date: what is still queued has no date of sending.
    const listed = await listedTo(connection, config.accountSid, attempt.address, maxPages);
    const near = listed.messages.filter((message) => isOurs(message) && isNear(message, attempt));
    const same = near.filter(({ body }) => body === attempt.text);
    const [only] = same;
    const blank = near.some(({ body }) => !body);
    if (only !== undefined && same.length === 1 && !blank && isThen(only, attempt))
      return found(only, attempt);
    if (only !== undefined || !listed.whole) return { kind: 'cannot' };
    if (near.some((message) => mayBe(message, attempt))) return { kind: 'cannot' };
    if (age < settledAfterMs) return { kind: 'retry', afterMs: settledAfterMs - age };
    // To somebody without a number Twilio may list what it sent under another name.
    return phoneIn(attempt.address) === null ? { kind: 'cannot' } : { kind: 'none' };
  } catch (error) {
    const retryAfter = error instanceof Refusal ? error.retryAfter : null;
    return {
      kind: 'retry',
      afterMs: retryAfter === null ? MINUTE : Math.max(delayOf(retryAfter, nowOf(config)), 1000),
    };
  }
}

function isOurs({ direction }: ListedMessage): boolean {
  return direction !== 'inbound';
}

function isNear({ date_created }: ListedMessage, { attemptedAt }: LostAttempt): boolean {
  const at = Date.parse(date_created);
  // A message without a date might be of any.
  return Number.isNaN(at) || Math.abs(at - attemptedAt) <= nearMs;
}

/** The same words at another moment may be another message's, or ours by a clock that is wrong. */
function isThen({ date_created }: ListedMessage, { attemptedAt }: LostAttempt): boolean {
  const at = Date.parse(date_created);
  return at >= attemptedAt - earlyMs && at <= attemptedAt + lateMs;
}

/**
 * Whether a message could be this one with other words: Twilio may blank a body, put plain characters into it, shorten its
 * links or, on a trial account, write a sentence of its own before it; a template on WhatsApp has words of its own.
 */
function mayBe({ body }: ListedMessage, { address, text }: LostAttempt): boolean {
  if (isWhatsApp(address) || !body) return true;
  return letters(body).includes(letters(text).slice(0, 20));
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function found(
  { sid, status, error_code: code }: ListedMessage,
  { address, attemptId }: LostAttempt,
): LookedUp {
  const state = stateOf(status, typeof code === 'number' ? String(code) : null);
  if (state === null) return { kind: 'cannot' };
  return {
    kind: 'found',
    receipt: {
      channel: isWhatsApp(address) ? 'whatsapp' : 'sms',
      providerId: sid,
      attemptId,
      ...state,
    },
  };
}

import type { MessageListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { Outbound, SendResult } from '#channels/channel.ts';
import type { Connection } from './client.ts';
import { refusedOutcome } from './outcome.ts';
import { nowOf, type TwilioConfig } from './settings.ts';
import { publicUrlOf } from './signature.ts';

/** https://www.twilio.com/docs/glossary/what-sms-character-limit */
export const maxLength = 1600;

/** Ten hours, Twilio's longest: https://www.twilio.com/docs/api/errors/90007 */
const maxValiditySeconds = 36_000;

/** What makes one message of a channel: who it is from, and its words or its template. */
export type Posted = Pick<
  MessageListInstanceCreateOptions,
  'from' | 'messagingServiceSid' | 'body' | 'contentSid' | 'contentVariables'
>;

/** Makes one POST to Twilio's Messages resource, whatever its outcome. */
export async function post(
  config: TwilioConfig,
  connection: Connection,
  message: Outbound,
  posted: Posted,
): Promise<SendResult> {
  const twilio = await connection.client().catch(() => null);
  // Nothing was sent, and what was in the way may be put right.
  if (!twilio) return { kind: 'retryAfter', afterMs: 60_000, reason: 'other', code: null };
  try {
    const created = await twilio.messages.create({
      ...posted,
      to: message.address,
      statusCallback: publicUrlOf(
        config.publicUrl,
        `/webhooks/twilio/status?attempt=${encodeURIComponent(message.attemptId)}`,
      ),
      ...validity(message.expiresAt, nowOf(config)),
    });
    if (!created.sid) return { kind: 'unknown', code: null };
    // A messaging service picks the sender later, and until then the count is 0.
    return { kind: 'accepted', providerId: created.sid, segments: Number(created.numSegments) || null };
  } catch (error) {
    return refusedOutcome(error, nowOf(config));
  }
}

export function refused(reason: 'badAddress' | 'tooLong' | 'auth', permanent: boolean): SendResult {
  return { kind: 'rejected', reason, code: null, permanent };
}

/** Rounded down, so that no message outlives its time in Twilio's queue. */
function validity(expiresAt: number | null, now: number) {
  if (expiresAt === null) return {};
  const seconds = Math.floor((expiresAt - now) / 1000);
  return { validityPeriod: Math.min(Math.max(seconds, 1), maxValiditySeconds) };
}

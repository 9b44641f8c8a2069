import type { Twilio } from 'twilio';
import type { Outbound, SendResult } from '#channels/channel.ts';
import type { TwilioConfig } from './channel.ts';
import { twilioClient } from './client.ts';
import { phoneNumber } from './inbound.ts';
import { refusedOutcome } from './outcome.ts';
import { publicUrlOf } from './signature.ts';

/** https://www.twilio.com/docs/glossary/what-sms-character-limit */
export const maxLength = 1600;

/** Ten hours, Twilio's longest. */
const maxValiditySeconds = 36_000;

/** Makes `send`: one POST to Twilio's Messages resource, whatever its outcome. */
export function smsSender(config: TwilioConfig): (message: Outbound) => Promise<SendResult> {
  const timeoutMs = config.timeoutMs ?? 15_000;
  const now = () => config.clock?.now() ?? Date.now();
  let client: Promise<Twilio> | undefined;
  const ready = () => {
    client ??= twilioClient({ ...config, timeoutMs });
    return client;
  };

  return async (message) => {
    if (!phoneNumber.test(message.address)) return refused('badAddress', true);
    if (message.text.length > maxLength) return refused('tooLong', true);
    const sender = senderOf(config, message);
    if (!sender) return refused('auth', false);
    const twilio = await ready().catch(() => null);
    if (!twilio) {
      // Nothing was sent, and what was in the way (a certificate file that is not there yet) may be put right.
      client = undefined;
      return { kind: 'retryAfter', afterMs: 60_000, reason: 'other', code: null };
    }
    try {
      const created = await twilio.messages.create({
        ...sender,
        to: message.address,
        body: message.text.toWellFormed(),
        statusCallback: publicUrlOf(
          config.publicUrl,
          `/webhooks/twilio/status?attempt=${encodeURIComponent(message.attemptId)}`,
        ),
        ...validity(message.expiresAt, now()),
      });
      if (!created.sid) return { kind: 'unknown', code: null };
      // A messaging service picks the sender later, and until then the count is 0.
      return { kind: 'accepted', providerId: created.sid, segments: Number(created.numSegments) || null };
    } catch (error) {
      return refusedOutcome(error, now());
    }
  };
}

function refused(reason: 'badAddress' | 'tooLong' | 'auth', permanent: boolean): SendResult {
  return { kind: 'rejected', reason, code: null, permanent };
}

/** The number that the resident wrote to answers them; a messaging service finds it by itself. */
function senderOf(config: TwilioConfig, { account }: Outbound) {
  if (config.messagingServiceSid) return { messagingServiceSid: config.messagingServiceSid };
  const from = /^\+?\d{3,15}$/.test(account) ? account : config.from;
  return from ? { from } : null;
}

function validity(expiresAt: number | null, now: number) {
  if (expiresAt === null) return {};
  const seconds = Math.floor((expiresAt - now) / 1000);
  return { validityPeriod: Math.min(Math.max(seconds, 1), maxValiditySeconds) };
}

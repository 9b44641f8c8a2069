import type { LookupFunction } from 'node:net';
import type { Capabilities, Verdict, WebhookChannel, WebhookRequest } from '#channels/channel.ts';
import type { Clock } from '#domain/clock.ts';
import { twilioForgetter } from './forget.ts';
import { inboundFrom } from './inbound.ts';
import { twilioMedia } from './media.ts';
import { receiptFrom } from './receipt.ts';
import { maxLength, smsSender } from './send.ts';
import { signedForm } from './signature.ts';

export interface TwilioConfig {
  /** Starts with AC. */
  accountSid: string;
  authToken: string;
  /** Where there is one, Twilio picks the sender; one of this and `from` is needed. */
  messagingServiceSid: string | null;
  /** The number to send from when an address has none of ours beside it. */
  from: string | null;
  /** Only for tests and proxies; null is api.twilio.com. */
  apiBaseUrl: string | null;
  /** What Twilio calls us by: signatures are computed over it, so it is never inferred from a request. */
  publicUrl: string;
  /** For one POST from first byte to last; 15 s where it is not given. */
  timeoutMs?: number;
  clock?: Clock;
  /** In place of the system's resolver, for files. */
  lookup?: LookupFunction;
}

export interface TwilioSms extends WebhookChannel {
  /** What Twilio says later about a message that we sent, at `/webhooks/twilio/status?attempt=...`. */
  statusWebhook(request: WebhookRequest, receivedAt: number): Promise<Verdict>;
}

const capabilities: Capabilities = {
  receipts: true,
  confirmsStop: true,
  choices: 0,
  maxLength,
  reach: 'phone',
  quietMs: 180_000,
  freeTextMs: null,
  followUps: true,
  media: true,
  rate: null,
  phone: null,
};

/** Answers go out by REST, where each has a sid and receipts; the webhook itself is only acknowledged. */
const emptyTwiml = {
  contentType: 'text/xml; charset=utf-8',
  body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
};

/**
 * SMS through Twilio Programmable Messaging. Throws only here, at the start, on settings that cannot work.
 * https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export function twilioSms(config: TwilioConfig): TwilioSms {
  if (!config.accountSid.startsWith('AC')) throw new Error('TWILIO_ACCOUNT_SID must start with AC.');
  if (!config.authToken) throw new Error('TWILIO_AUTH_TOKEN is empty.');
  const send = smsSender(config);

  return {
    name: 'sms',
    capabilities: () => capabilities,
    send,
    fetchMedia: twilioMedia(config),
    forget: twilioForgetter(config),

    async webhook(request, receivedAt) {
      const form = await signedForm(config, request);
      if (!form) return { ok: false, status: 403, why: 'The Twilio signature does not match.' };
      const inbound = inboundFrom(form, receivedAt);
      if (!inbound) return { ok: false, status: 400, why: 'This is not a Twilio message.' };
      return { ok: true, inbounds: [inbound], receipts: [], reply: emptyTwiml };
    },

    async statusWebhook(request) {
      const form = await signedForm(config, request);
      if (!form) return { ok: false, status: 403, why: 'The Twilio signature does not match.' };
      const receipts = receiptFrom(form, request.path);
      if (!receipts) return { ok: false, status: 400, why: 'This is not a Twilio status.' };
      return { ok: true, inbounds: [], receipts, reply: emptyTwiml };
    },
  };
}

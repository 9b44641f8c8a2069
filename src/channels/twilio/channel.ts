import type { Channel, Verdict, WebhookRequest } from '#channels/channel.ts';
import { connection } from './client.ts';
import { textDoctor, whatsappDoctor } from './doctor.ts';
import { inboundFrom } from './inbound.ts';
import { receiptFrom } from './receipt.ts';
import { type TwilioConfig, timeoutOf } from './settings.ts';
import { signedForm } from './signature.ts';
import { smsChannel } from './sms.ts';
import { whatsappChannel } from './whatsapp.ts';

/** What one Twilio account gives: two channels, which share the addresses that Twilio calls. */
export interface TwilioChannels {
  sms: Channel;
  /** null where no WhatsApp sender is set. */
  whatsapp: Channel | null;
  webhook(request: WebhookRequest, receivedAt: number): Promise<Verdict>;
  /** What Twilio says later about a message that we sent, at `/webhooks/twilio/status?attempt=...`. */
  statusWebhook(request: WebhookRequest, receivedAt: number): Promise<Verdict>;
}

/** Answers go out by REST, where each has a sid and receipts; the webhook itself is only acknowledged. */
const emptyTwiml = {
  contentType: 'text/xml; charset=utf-8',
  body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
};

/**
 * Texts and WhatsApp through Twilio. Throws only here, at the start, on settings that cannot work.
 * https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export function twilio(config: TwilioConfig): TwilioChannels {
  if (!config.accountSid.startsWith('AC')) throw new Error('TWILIO_ACCOUNT_SID must start with AC.');
  if (!config.authToken) throw new Error('TWILIO_AUTH_TOKEN is empty.');
  const connected = connection({ ...config, timeoutMs: timeoutOf(config) });
  const { whatsappFrom } = config;

  return {
    sms: { ...smsChannel(config, connected), ...textDoctor(config, connected) },
    whatsapp:
      whatsappFrom === null
        ? null
        : {
            ...whatsappChannel(config, whatsappFrom, connected),
            ...whatsappDoctor(config, connected, whatsappFrom),
          },

    async webhook(request, receivedAt) {
      const form = await signedForm(config, request);
      if (!form) return { ok: false, status: 403, why: 'The Twilio signature does not match.' };
      const inbound = inboundFrom(form, receivedAt, { whatsapp: whatsappFrom !== null });
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

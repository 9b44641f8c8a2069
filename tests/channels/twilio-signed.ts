import twilio from 'twilio';
import type { WebhookRequest } from '#channels/channel.ts';
import type { TwilioConfig } from '#channels/twilio/settings.ts';

export const config: TwilioConfig = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'a-token-for-tests',
  messagingServiceSid: null,
  from: '+447700900001',
  whatsappFrom: null,
  templates: {},
  pence: { sms: 4, whatsapp: 0.4, template: 2.2 },
  perSecond: { sms: null, whatsapp: 80 },
  plainPunctuation: false,
  apiBaseUrl: null,
  publicUrl: 'https://hearback.example',
};

/** A form as Twilio posts it, signed by Twilio's own code for `url`, and arriving at `path`. */
export function signed(
  fields: Record<string, string>,
  path = '/webhooks/twilio',
  url = `${config.publicUrl}${path}`,
): WebhookRequest {
  return {
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(config.authToken, url, fields),
    },
    rawBody: Buffer.from(new URLSearchParams(fields).toString()),
  };
}

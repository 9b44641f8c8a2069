import twilio from 'twilio';
import type { WebhookCall } from './our-side.ts';
import type { TwilioMessage } from './twilio-messages.ts';

/** How a call is signed: as Twilio does it, or in one of the ways that must be refused. */
export type TwilioSignature =
  | 'right'
  | 'missing'
  | 'garbage'
  /** Signed with the auth token of another account. */
  | 'otherToken'
  /** A true signature of the same form, but for another of our URLs. */
  | 'otherUrl'
  /** Signed, and then a field was changed. */
  | 'tampered';

export interface InboundMessage {
  /** The resident, e.g. `+447700900001` or `whatsapp:+447700900001`. */
  from: string;
  /** Our number or sender. */
  to: string;
  body: string;
  messageSid?: string;
  /** Files that came with it: see `media`. */
  media?: Array<{ url: string; contentType: string }>;
  /** Any other field, such as ButtonPayload, OptOutType or OriginalRepliedMessageSid; wins over ours. */
  fields?: Record<string, string>;
}

/** The form that Twilio posts for a message that came in: https://www.twilio.com/docs/messaging/guides/webhook-request */
export function inboundForm(
  message: InboundMessage,
  sid: string,
  accountSid: string,
): Record<string, string> {
  const { from, to, body, media = [] } = message;
  const form: Record<string, string> = {
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    AccountSid: accountSid,
    From: from,
    To: to,
    Body: body,
    NumMedia: String(media.length),
    NumSegments: '1',
    SmsStatus: 'received',
    ApiVersion: '2010-04-01',
  };
  media.forEach(({ url, contentType }, index) => {
    form[`MediaUrl${index}`] = url;
    form[`MediaContentType${index}`] = contentType;
  });
  Object.assign(form, from.startsWith('whatsapp:') ? whatsappFields(from) : smsFields);
  return { ...form, ...message.fields };
}

const smsFields = {
  FromCity: '',
  FromState: '',
  FromZip: '',
  FromCountry: 'GB',
  ToCity: '',
  ToState: '',
  ToZip: '',
  ToCountry: 'GB',
};

function whatsappFields(from: string): Record<string, string> {
  const number = from.replace('whatsapp:+', '');
  return { WaId: number, ProfileName: 'A resident', MessageType: 'text', ReferralNumMedia: '0' };
}

/** The form that Twilio posts about a message of ours: https://www.twilio.com/docs/messaging/api/message-resource#twilios-request-to-the-statuscallback-url */
export function statusForm(message: TwilioMessage, accountSid: string): Record<string, string> {
  const form: Record<string, string> = {
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: message.status,
    SmsStatus: message.status,
    AccountSid: accountSid,
    To: message.to,
    // By now a messaging service has chosen one of its senders.
    From: message.from ?? '+447700900000',
    ApiVersion: '2010-04-01',
  };
  if (message.messagingServiceSid !== null) form.MessagingServiceSid = message.messagingServiceSid;
  if (message.errorCode !== null) form.ErrorCode = String(message.errorCode);
  return form;
}

/** A POST as Twilio makes it, signed over the public URL by Twilio's own library. */
export function signedCall(
  authToken: string,
  url: string,
  form: Record<string, string>,
  signature: TwilioSignature = 'right',
): WebhookCall {
  const headers: Record<string, string> = {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'user-agent': 'TwilioProxy/1.1',
    'i-twilio-idempotency-token': crypto.randomUUID(),
  };
  const sign = twilio.getExpectedTwilioSignature;
  if (signature === 'garbage') headers['x-twilio-signature'] = 'bm90IGEgc2lnbmF0dXJl';
  else if (signature === 'otherToken') headers['x-twilio-signature'] = sign(`${authToken}x`, url, form);
  else if (signature === 'otherUrl') headers['x-twilio-signature'] = sign(authToken, `${url}/other`, form);
  else if (signature !== 'missing') headers['x-twilio-signature'] = sign(authToken, url, form);
  const sent = signature === 'tampered' ? { ...form, From: '+447700900999' } : form;
  return { url, method: 'POST', headers, body: new URLSearchParams(sent).toString() };
}

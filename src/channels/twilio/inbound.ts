import type { Inbound } from '#channels/channel.ts';
import type { InboundKind } from '#domain/words.ts';
import { isWhatsApp, phoneNumber } from './address.ts';
import { broughtBy, type Incoming, incoming, mediaOf, placeOf, saidToTwilio } from './incoming.ts';
import type { Form } from './signature.ts';
import { ofWhatsApp } from './whatsappInbound.ts';

/**
 * What Twilio acts on by itself where Advanced Opt-Out is off, and then does not say. YES is left out: it opts in only
 * someone who had stopped, and from everyone else it is an answer.
 * https://help.twilio.com/articles/223134027
 */
const reservedWords = new Map<string, InboundKind>([
  ['STOP', 'optOut'],
  ['STOPALL', 'optOut'],
  ['UNSUBSCRIBE', 'optOut'],
  ['CANCEL', 'optOut'],
  ['END', 'optOut'],
  ['QUIT', 'optOut'],
  ['REVOKE', 'optOut'],
  ['OPTOUT', 'optOut'],
  ['START', 'optIn'],
  ['UNSTOP', 'optIn'],
  ['HELP', 'help'],
  ['INFO', 'help'],
]);

/** A form whose signature was checked, as one Inbound; null where it is no message. */
export function inboundFrom(form: Form, receivedAt: number, has: { whatsapp: boolean }): Inbound | null {
  const parsed = incoming.safeParse(form);
  if (!parsed.success) return null;
  const message = parsed.data;
  const common: Inbound = {
    channel: 'sms',
    account: message.To ?? message.MessagingServiceSid ?? '',
    dedupeKey: message.MessageSid,
    providerId: message.MessageSid,
    address: message.From,
    kind: kindOf(message),
    text: [message.Body, ...placeOf(message)].filter((words) => words !== '').join('\n'),
    choice: null,
    media: mediaOf(message),
    replyTo: message.OriginalRepliedMessageSid || null,
    newAddress: null,
    sentAt: null,
    receivedAt,
  };
  return has.whatsapp && cameByWhatsApp(message) ? ofWhatsApp(message, common) : common;
}

function cameByWhatsApp({ From, To, ChannelPrefix }: Incoming): boolean {
  return isWhatsApp(From) || isWhatsApp(To) || ChannelPrefix === 'whatsapp';
}

function kindOf(message: Incoming): InboundKind {
  if (!phoneNumber.test(message.From)) return 'unsupported';
  return (
    saidToTwilio(message) ??
    broughtBy(message) ??
    reservedWords.get(message.Body.trim().toUpperCase()) ??
    'text'
  );
}

import { z } from 'zod';
import type { Inbound, MediaRef } from '#channels/channel.ts';
import { storable } from '#domain/storable.ts';
import type { InboundKind } from '#domain/words.ts';
import type { Form } from './signature.ts';

/** Twilio itself sends no NUL; whoever does must not stop a database that refuses it. */
const field = z.string().transform(storable);

const incoming = z.looseObject({
  MessageSid: field.pipe(z.string().min(1)),
  From: field.pipe(z.string().min(1)),
  To: field.optional(),
  MessagingServiceSid: field.optional(),
  Body: field.default(''),
  NumMedia: z.coerce.number().int().min(0).max(100).catch(0),
  Latitude: z.string().optional(),
  Longitude: z.string().optional(),
  Label: field.optional(),
  Address: field.optional(),
  OptOutType: z.string().optional(),
  OriginalRepliedMessageSid: field.optional(),
});
type Incoming = z.infer<typeof incoming>;

/** A number of any country: E.164. WhatsApp and RCS senders, short codes and names are not. */
export const phoneNumber = /^\+[1-9]\d{6,14}$/;

/** What Advanced Opt-Out says that Twilio did. https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const optOutTypes: Record<string, InboundKind> = { STOP: 'optOut', START: 'optIn', HELP: 'help' };

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
export function inboundFrom(form: Form, receivedAt: number): Inbound | null {
  const parsed = incoming.safeParse(form);
  if (!parsed.success) return null;
  const message = parsed.data;
  return {
    channel: 'sms',
    account: message.To ?? message.MessagingServiceSid ?? '',
    dedupeKey: message.MessageSid,
    providerId: message.MessageSid,
    address: message.From,
    kind: kindOf(message),
    text: [message.Body, ...placeOf(message)].filter((words) => words !== '').join('\n'),
    choice: null,
    media: mediaOf(message),
    replyTo: message.OriginalRepliedMessageSid ?? null,
    newAddress: null,
    sentAt: null,
    receivedAt,
  };
}

function kindOf(message: Incoming): InboundKind {
  if (!phoneNumber.test(message.From)) return 'unsupported';
  const said = optOutTypes[message.OptOutType?.toUpperCase() ?? ''];
  if (said) return said;
  if (message.NumMedia > 0) return 'media';
  if (placeOf(message).length > 0) return 'location';
  return reservedWords.get(message.Body.trim().toUpperCase()) ?? 'text';
}

function mediaOf(message: Incoming): MediaRef[] {
  return Array.from({ length: message.NumMedia }, (_, n) => ({
    ref: message[`MediaUrl${n}`],
    contentType: message[`MediaContentType${n}`] ?? null,
  })).filter((media): media is MediaRef => typeof media.ref === 'string');
}

/** A place in words: it is no file, and whoever reads the response must find it. */
function placeOf({ Latitude, Longitude, Label, Address }: Incoming): string[] {
  if (!Latitude || !Longitude) return [];
  return [`Location: ${[`${Latitude}, ${Longitude}`, Label, Address].filter(Boolean).join(', ')}`];
}

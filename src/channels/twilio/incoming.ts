import { z } from 'zod';
import type { MediaRef } from '#channels/channel.ts';
import { storable } from '#domain/storable.ts';
import type { InboundKind } from '#domain/words.ts';

/** Twilio itself sends no NUL; whoever does must not stop a database that refuses it. */
const field = z.string().transform(storable);

/** Who they say they are (ProfileName) and which advertisement led them here (Referral...) are nothing that we need. */
export const incoming = z.looseObject({
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
  ChannelPrefix: z.string().optional(),
  MessageType: z.string().optional(),
  ExternalUserId: field.optional(),
  WaId: field.optional(),
  ButtonPayload: field.optional(),
  ButtonText: field.optional(),
  ListId: field.optional(),
  ListTitle: field.optional(),
});
export type Incoming = z.infer<typeof incoming>;

/** What Advanced Opt-Out says that Twilio did. https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const optOutTypes: Record<string, InboundKind> = { STOP: 'optOut', START: 'optIn', HELP: 'help' };

/** What Twilio has already acted on. */
export function saidToTwilio({ OptOutType }: Incoming): InboundKind | null {
  return optOutTypes[OptOutType?.toUpperCase() ?? ''] ?? null;
}

/** What came besides words, if anything did. */
export function broughtBy(message: Incoming): InboundKind | null {
  if (message.NumMedia > 0) return 'media';
  return placeOf(message).length > 0 ? 'location' : null;
}

export function mediaOf(message: Incoming): MediaRef[] {
  return Array.from({ length: message.NumMedia }, (_, n) => ({
    ref: message[`MediaUrl${n}`],
    contentType: message[`MediaContentType${n}`] ?? null,
  })).filter((media): media is MediaRef => typeof media.ref === 'string');
}

/** A place in words: it is no file, and whoever reads the response must find it. */
export function placeOf({ Latitude, Longitude, Label, Address }: Incoming): string[] {
  if (!Latitude || !Longitude) return [];
  return [`Location: ${[`${Latitude}, ${Longitude}`, Label, Address].filter(Boolean).join(', ')}`];
}

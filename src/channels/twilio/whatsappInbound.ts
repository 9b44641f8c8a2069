import type { Inbound } from '#channels/channel.ts';
import type { InboundKind } from '#domain/words.ts';
import { bare, canWriteOnWhatsApp, onWhatsApp, phoneNumber } from './address.ts';
import { broughtBy, type Incoming, saidToTwilio } from './incoming.ts';

/** No answer to anything, and a contact is about somebody else: kept, without what came with it. */
const unsupportedTypes = new Set([
  'reaction',
  'sticker',
  'contact',
  'contacts',
  'order',
  'system',
  'unsupported',
  'unknown',
]);

/** Twilio names a contact card by its file where it names no type. */
const cards = new Set(['text/vcard', 'text/x-vcard', 'text/directory']);

/**
 * What WhatsApp adds to a message. Somebody may keep their number to themselves, and then Twilio names them by a user id of
 * Meta's; while it names both, both are kept, so that they are known by either.
 * https://www.twilio.com/docs/messaging/guides/webhook-request#whatsapp-specific-parameters
 */
export function ofWhatsApp(message: Incoming, common: Inbound): Inbound {
  const address = addressOf(message);
  const kind = canWriteOnWhatsApp(address) ? kindOf(message, common) : 'unsupported';
  const picked = message.ButtonPayload || message.ListId;
  const label = message.ButtonText || message.ListTitle;
  return {
    ...common,
    channel: 'whatsapp',
    account: message.To ? onWhatsApp(message.To) : common.account,
    address,
    identityKeys: identityKeys(message),
    kind,
    text: picked ? (label ?? common.text) : common.text,
    choice: kind === 'choice' ? (picked ?? null) : null,
    media: kind === 'unsupported' ? [] : common.media,
  };
}

/** STOP is a word like any other here, which the conversation obeys; only what Twilio marks, it has acted on. */
function kindOf(message: Incoming, { media }: Inbound): InboundKind {
  const marked = saidToTwilio(message);
  if (marked) return marked;
  if (message.ButtonPayload || message.ListId) return 'choice';
  if (unsupportedTypes.has(message.MessageType?.toLowerCase() ?? '')) return 'unsupported';
  if (media.some(({ contentType }) => cards.has(contentType?.toLowerCase() ?? ''))) return 'unsupported';
  return broughtBy(message) ?? 'text';
}

/** What Twilio says it came from, unless only the user id beside it can be written to. */
function addressOf({ From, ExternalUserId = '' }: Incoming): string {
  const addresses = [From, ExternalUserId].map(onWhatsApp);
  return addresses.find(canWriteOnWhatsApp) ?? onWhatsApp(From);
}

/** The number if there is one, the user id if there is one. */
function identityKeys({ From, WaId = '', ExternalUserId = '' }: Incoming): string[] {
  const from = bare(From);
  const phone = [from, `+${WaId}`].find((one) => phoneNumber.test(one));
  const ids = [ExternalUserId, from].filter((one) => canWriteOnWhatsApp(onWhatsApp(one)));
  return [...new Set([...(phone === undefined ? [] : [phone]), ...ids.map(bare)])];
}

import type { Inbound, MediaRef } from '#channels/channel.ts';
import { storable } from '#domain/storable.ts';
import type { InboundKind } from '#domain/words.ts';
import { providerIdOf } from './providerId.ts';
import type { Message, Update } from './update.ts';

/**
 * What an Update means to us. Of a group nothing is taken: a bot that answered there would show one resident's words to
 * others. Kinds of update that carry no message from a resident mean nothing either.
 */
export function inboundsFrom(update: Update, botId: string, receivedAt: number): Inbound[] {
  const nothing: Omit<Inbound, 'address' | 'kind'> = {
    channel: 'telegram',
    account: botId,
    dedupeKey: String(update.update_id),
    text: '',
    choice: null,
    media: [],
    replyTo: null,
    newAddress: null,
    sentAt: null,
    receivedAt,
  };
  const found = fromMessage(update) ?? fromEdit(update) ?? fromButton(update) ?? fromMembership(update);
  return found ? [{ ...nothing, ...found }] : [];
}

type Found = Pick<Inbound, 'address' | 'kind'> & Partial<Inbound>;

function fromMessage({ message }: Update): Found | null {
  if (message?.chat.type !== 'private' || !fromResident(message)) return null;
  const address = String(message.chat.id);
  const sentAt = message.date * 1000;
  const quoted = message.reply_to_message;
  return {
    address,
    sentAt,
    providerId: providerIdOf(address, message.message_id),
    replyTo: quoted ? providerIdOf(address, quoted.message_id) : null,
    ...contentOf(message),
  };
}

/**
 * An edit brings words that were not there before, and somebody may have read the earlier ones: it is one message more. A
 * caption that changed or a place that moved is let be.
 */
function fromEdit({ edited_message: edited }: Update): Found | null {
  if (edited?.text === undefined || edited.chat.type !== 'private' || !fromResident(edited)) return null;
  const address = String(edited.chat.id);
  const providerId = providerIdOf(address, edited.message_id);
  return { address, providerId, edit: true, sentAt: edited.date * 1000, ...contentOf(edited) };
}

/** Another bot, an anonymous sender and a business account's customers do not speak to us. */
function fromResident({ from, sender_chat, business_connection_id }: Message): boolean {
  return from?.is_bot !== true && sender_chat === undefined && business_connection_id === undefined;
}

function fromButton({ callback_query: query }: Update): Found | null {
  if (query?.data === undefined || query.message?.chat.type !== 'private') return null;
  const address = String(query.message.chat.id);
  return {
    address,
    kind: 'choice',
    choice: storable(query.data),
    replyTo: providerIdOf(address, query.message.message_id),
  };
}

function fromMembership({ my_chat_member: change }: Update): Found | null {
  if (change?.chat.type !== 'private') return null;
  const kinds: Record<string, InboundKind> = { kicked: 'blocked', member: 'unblocked' };
  const kind = kinds[change.new_chat_member.status];
  return kind ? { address: String(change.chat.id), kind, sentAt: change.date * 1000 } : null;
}

function contentOf(message: Message): Pick<Inbound, 'kind' | 'text' | 'media'> {
  const text = storable(message.text ?? message.caption ?? '');
  const media = mediaOf(message);
  if (media.length > 0) return { kind: 'media', text, media };
  const place = placeOf(message);
  if (place !== null) return { kind: 'location', text: text === '' ? place : `${text}\n${place}`, media };
  return message.text === undefined ? { kind: 'unsupported', text, media } : { ...commandIn(text), media };
}

/** Commands of the menu that are obeyed as the same words without a slash; Telegram lets their names hold no blanks. */
const menu =
  /^\/(privacy|person|status|later|language|questions|skip|back|link|my_data|forget_me)(?:@\w+)?$/i;

/** Telegram's three global commands, /stop and the menu's; whatever else begins with a slash is a resident's words. */
function commandIn(text: string): Pick<Inbound, 'kind' | 'text'> {
  const [, name = '', payload = ''] = /^\/(start|stop|help)(?:@\w+)?(?:\s+(.*))?$/is.exec(text) ?? [];
  if (name.toLowerCase() === 'start') return { kind: 'command', text: payload.trim() };
  if (name.toLowerCase() === 'stop') return { kind: 'optOut', text };
  if (name.toLowerCase() === 'help') return { kind: 'help', text };
  const pressed = menu.exec(text.trim())?.[1];
  return { kind: 'text', text: pressed === undefined ? text : pressed.replace('_', ' ') };
}

/** One file a message: of a photo the largest size, and an animation comes with itself again as a document. */
function mediaOf(message: Message): MediaRef[] {
  const photo = message.photo?.at(-1);
  if (photo) return [{ ref: photo.file_id, contentType: 'image/jpeg' }];
  const { voice, audio, video, video_note, animation, document } = message;
  const file = voice ?? audio ?? video ?? video_note ?? animation ?? document;
  return file ? [{ ref: file.file_id, contentType: file.mime_type ?? null }] : [];
}

/** A place in words: it is no file, and whoever reads the response must find it. */
function placeOf({ location, venue }: Message): string | null {
  if (!location) return null;
  const parts = [`${location.latitude}, ${location.longitude}`, venue?.title, venue?.address];
  return storable(`Location: ${parts.filter(Boolean).join(', ')}`);
}

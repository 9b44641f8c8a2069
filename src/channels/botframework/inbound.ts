import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Inbound, MediaRef } from '#channels/channel.ts';
import { storable } from '#domain/storable.ts';
import type { InboundKind } from '#domain/words.ts';
import type { Activity } from './activity.ts';
import { addressOf, botIn, channelNameOf, identityKeysOf, providerIdOf } from './reference.ts';
import { wordsOf } from './words.ts';

/**
 * What an Activity means to us. Groups and channels of Teams mean nothing: an answer there would show one resident's
 * words to others. Nor does what is no message: typing, reactions, edits, events, members that come and go.
 */
export function inboundFrom(activity: Activity, body: Buffer, at: Moment): Inbound | null {
  const channel = channelNameOf(activity.channelId, at.local);
  const address = addressOf(activity);
  const content = contentOf(activity);
  if (channel === null || address === null || content === null || isGroup(activity)) return null;
  const { id, conversation, replyToId, timestamp, type } = activity;
  return {
    channel,
    account: botIn(activity),
    dedupeKey: `${conversation.id}|${id ?? createHash('sha256').update(body).digest('hex')}`,
    address,
    identityKeys: identityKeysOf(activity),
    text: '',
    choice: null,
    media: [],
    replyTo: replyToId === null ? null : providerIdOf(conversation.id, replyToId),
    newAddress: null,
    sentAt: timeOf(timestamp),
    receivedAt: at.receivedAt,
    ...content,
    ...(id === null || type !== 'message' ? {} : { providerId: providerIdOf(conversation.id, id) }),
  };
}

interface Moment {
  receivedAt: number;
  local: boolean;
}

type Content = Pick<Inbound, 'kind'> & Partial<Pick<Inbound, 'text' | 'choice' | 'media'>>;

/** Teams says of its conversations what they are; a web chat is always of one person. */
export function isGroup({ conversation, channelId }: Activity): boolean {
  if (conversation.isGroup === true) return true;
  const kind = conversation.conversationType ?? 'personal';
  return channelId === 'msteams' && kind !== 'personal';
}

function contentOf(activity: Activity): Content | null {
  if (activity.type === 'message') return messageOf(activity);
  // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
  if (activity.type !== 'installationUpdate') return null;
  const kinds: Record<string, InboundKind> = { add: 'unblocked', remove: 'blocked' };
  const kind = kinds[activity.action ?? ''];
  return kind ? { kind } : null;
}

function messageOf(activity: Activity): Content {
  const text = wordsOf(activity);
  const choice = choiceOf(activity.value);
  if (choice !== null) return { kind: 'choice', choice, text };
  const media = activity.attachments.flatMap(fileIn);
  if (media.length > 0) return { kind: 'media', text, media };
  return text === '' ? { kind: 'unsupported' } : { kind: 'text', text };
}

/** Our own buttons bring `{ choice }`; a page that embeds Web Chat may have been built to send the value itself. */
const pressed = z.union([z.object({ choice: z.string() }).transform(({ choice }) => choice), z.string()]);

function choiceOf(value: unknown): string | null {
  const parsed = pressed.safeParse(value);
  return parsed.success && parsed.data !== '' ? storable(parsed.data) : null;
}

const teamsFile = 'application/vnd.microsoft.teams.file.download.info';
const downloadable = z.looseObject({ downloadUrl: z.string() });

/** Teams sends the words again as HTML, and cards are no files. */
function fileIn({ contentType, contentUrl, content }: Activity['attachments'][number]): MediaRef[] {
  if (contentType === teamsFile) {
    const file = downloadable.safeParse(content);
    return file.success ? [{ ref: file.data.downloadUrl, contentType: null }] : [];
  }
  if (contentUrl === null || /^(text\/html|application\/vnd\.microsoft\.)/.test(contentType)) return [];
  // Teams does not say which kind of picture.
  return [{ ref: contentUrl, contentType: /\/\*$|^$/.test(contentType) ? null : contentType }];
}

function timeOf(timestamp: string | null): number | null {
  const at = Date.parse(timestamp ?? '');
  return Number.isNaN(at) ? null : at;
}

import { z } from 'zod';
import type { ChannelName } from '#domain/words.ts';
import type { Activity } from './activity.ts';

const reference = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.string(),
  bot: z.string(),
  user: z.string(),
  tenant: z.string().nullable(),
});

/** What is needed to write to somebody out of turn: a conversation reference, as much as we use of it. */
export type Reference = z.infer<typeof reference>;

/** As an address: the same person and place always give the same text. */
export function addressOf(activity: Activity): string | null {
  const { channelId, serviceUrl, conversation, from, channelData } = activity;
  if (!from) return null;
  return JSON.stringify({
    channelId,
    serviceUrl,
    conversation: conversation.id,
    bot: botIn(activity),
    user: from.id,
    tenant: conversation.tenantId ?? channelData?.tenant?.id ?? null,
  } satisfies Reference);
}

/** Microsoft's channels always name the bot that was written to; what stands in for them on one machine may not. */
export function botIn({ recipient }: Activity): string {
  return recipient?.id ?? 'bot';
}

export function referenceFrom(address: string): Reference | null {
  try {
    return reference.parse(JSON.parse(address));
  } catch {
    return null;
  }
}

/**
 * What a person stays known by when a service URL moves. Teams vouches for its users. In Web Chat the page names the
 * user, and many pages name everybody alike, so only the conversation tells people apart.
 */
export function identityKeysOf({ channelId, from, conversation }: Activity): string[] {
  if (channelId !== 'msteams') return [`${channelId}|conversation|${conversation.id}`];
  const directory = from?.aadObjectId;
  const keys = [`msteams|user|${from?.id ?? ''}`, `msteams|conversation|${conversation.id}`];
  return directory ? [`msteams|directory|${directory}`, ...keys] : keys;
}

/** The channels that we serve, by Microsoft's names. The emulator is for trying out on one machine alone. */
export function channelNameOf(channelId: string, local: boolean): 'teams' | 'webchat' | null {
  const names: Record<string, Extract<ChannelName, 'teams' | 'webchat'>> = {
    msteams: 'teams',
    webchat: 'webchat',
    directline: 'webchat',
    ...(local ? { emulator: 'webchat' } : {}),
  };
  return Object.hasOwn(names, channelId) ? (names[channelId] ?? null) : null;
}

/** Bot Framework numbers activities within a conversation. Sent and quoted ids are the same shape. */
export function providerIdOf(conversation: string, activityId: string): string {
  return `${conversation}|${activityId}`;
}

export function messageIn(providerId: string): { conversation: string; activity: string } | null {
  const [, conversation, activity] = /^([^|]+)\|(.+)$/.exec(providerId) ?? [];
  return conversation === undefined || activity === undefined ? null : { conversation, activity };
}

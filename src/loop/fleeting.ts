import type { Channel } from '#channels/channel.ts';
import type { ChannelName } from '#domain/words.ts';

/** The channels whose chats cannot be found again weeks later: no follow-up goes there. */
export function fleetingChannels(channels: ReadonlyMap<ChannelName, Channel>): ChannelName[] {
  return [...channels.values()]
    .filter((channel) => !channel.capabilities('').followUps)
    .map(({ name }) => name);
}

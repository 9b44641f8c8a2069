import type { Channel } from '#channels/channel.ts';
import type { Clock } from '#domain/clock.ts';
import type { ChannelName, Language } from '#domain/words.ts';
import { isOpen } from '#outbox/form.ts';
import { fleetingChannels } from './fleeting.ts';

/** As what a follow-up would go to somebody now: its text, an approved template in its place, or not at all. */
export type Going = 'text' | 'template' | 'closed';

interface Addressee {
  channel: ChannelName;
  lastInboundAt: number | null;
  /** In which the message is written to them, in this order. */
  languages: readonly Language[];
}

/** Whom the channels let us write to, weeks after they wrote. */
export interface Reach {
  /** Channels whose chats are gone by then: nobody is told there. */
  fleeting: readonly ChannelName[];
  goesAs(to: Addressee): Going;
}

/** Where every channel lets everything through. */
export const everywhere: Reach = { fleeting: [], goesAs: () => 'text' };

/** As the outbox decides it when it claims a message, so that officers know before they publish. */
export function reachOf(channels: ReadonlyMap<ChannelName, Channel>, clock: Clock): Reach {
  return {
    fleeting: fleetingChannels(channels),
    goesAs({ channel: name, lastInboundAt, languages }) {
      const channel = channels.get(name);
      if (channel === undefined || isOpen(channel, { address: '', lastInboundAt }, clock.now()))
        return 'text';
      const approved = [...languages, 'en' as const].some((language) =>
        channel.templateRef?.('followUp', language),
      );
      return approved ? 'template' : 'closed';
    },
  };
}

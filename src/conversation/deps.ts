import type { Logger } from 'pino';
import type { Channel } from '#channels/channel.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { ChannelName, Organisation } from '#domain/words.ts';
import type { Keys } from '#people/keys.ts';
import type { Store } from '#store/db.ts';
import type { Flows } from './flows.ts';

/** What conversations need of the world. */
export interface ConversationDeps {
  store: Store;
  flows: Flows;
  channels: ReadonlyMap<ChannelName, Channel>;
  keys: Keys;
  clock: Clock;
  newId: NewId;
  log: Logger;
  organisation: Organisation;
  /** Our numbers and names, as people write them: where else we can be reached. */
  elsewhere: readonly string[];
  /** Off where nothing is sent at all: then no question counts as unseen. */
  sending: boolean;
  /** Told after a commit that there is something to send. */
  nudge(job: 'outbox'): void;
}

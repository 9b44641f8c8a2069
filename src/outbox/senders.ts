import type { Channel } from '#channels/channel.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Tx } from '#store/db.ts';
import { lockSenders, saveTokens, sendersKnown } from '#store/senders.ts';
import { type Bucket, filled, full, reserveOf } from './bucket.ts';

interface Sender {
  channel: ChannelName;
  account: string;
}

/** The senders of one claim: what each may still send, shared by every process that claims from this ledger. */
export interface Senders {
  /** Those that have no token for this just now, or that their provider wants to go slower. */
  resting(unasked: boolean): Sender[];
  /** Takes one token. False where there is none left for this. */
  take(sender: Sender, unasked: boolean): boolean;
  /** What it was taken for does not go after all. */
  giveBack(sender: Sender): void;
  /** Writes what has changed. */
  save(): Promise<void>;
}

export async function openSenders(
  tx: Tx,
  channels: ReadonlyMap<ChannelName, Channel>,
  now: number,
): Promise<Senders> {
  const buckets = new Map<string, Sender & { bucket: Bucket; slowUntil: number }>();
  const changed = new Set<string>();
  // A rate is a sender's: it is the same for all that it writes to.
  const rateOf = (name: ChannelName) => channels.get(name)?.capabilities('').rate ?? null;
  if ([...channels.keys()].some((name) => rateOf(name) !== null)) await lockSenders(tx);
  for (const { channel, account, slowUntil, ...bucket } of await sendersKnown(tx)) {
    const rate = rateOf(channel);
    // A clock that was put back would fill nothing until it had caught up.
    if (bucket.at > now) changed.add(keyOf({ channel, account }));
    buckets.set(keyOf({ channel, account }), {
      channel,
      account,
      slowUntil,
      bucket: rate === null ? bucket : filled(bucket, rate, now),
    });
  }
  const needed = (channel: ChannelName, unasked: boolean) => {
    const rate = rateOf(channel);
    if (rate === null) return null;
    return 1000 + (unasked ? reserveOf(rate) : 0);
  };
  return {
    resting: (unasked) =>
      [...buckets.values()]
        .filter(({ channel, bucket, slowUntil }) => {
          const least = needed(channel, unasked);
          return (unasked && slowUntil > now) || (least !== null && bucket.millitokens < least);
        })
        .map(({ channel, account }) => ({ channel, account })),
    take: (sender, unasked) => {
      const rate = rateOf(sender.channel);
      const least = needed(sender.channel, unasked);
      if (rate === null || least === null) return true;
      const key = keyOf(sender);
      const found = buckets.get(key) ?? { ...sender, slowUntil: 0, bucket: full(rate, now) };
      buckets.set(key, found);
      if (found.bucket.millitokens < least) return false;
      found.bucket = { ...found.bucket, millitokens: found.bucket.millitokens - 1000 };
      changed.add(key);
      return true;
    },
    giveBack: (sender) => {
      const found = buckets.get(keyOf(sender));
      if (found === undefined || rateOf(sender.channel) === null) return;
      found.bucket = { ...found.bucket, millitokens: found.bucket.millitokens + 1000 };
    },
    save: async () => {
      for (const key of changed) {
        const found = buckets.get(key);
        if (found !== undefined)
          await saveTokens(tx, { channel: found.channel, account: found.account, ...found.bucket });
      }
    },
  };
}

function keyOf({ channel, account }: Sender): string {
  return `${channel}\0${account}`;
}

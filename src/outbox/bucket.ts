import type { Capabilities } from '#channels/channel.ts';

/** What a sender may send just now: a bucket that fills by itself, of which each message takes one token. */
export interface Bucket {
  /** Thousandths of a token. */
  millitokens: number;
  /** When it held that, ms. */
  at: number;
}

type Rate = NonNullable<Capabilities['rate']>;

/** As it is at `now`. A clock that was put back fills nothing and takes nothing away. */
export function filled({ millitokens, at }: Bucket, rate: Rate, now: number): Bucket {
  const gained = Math.floor(Math.max(now - at, 0) * rate.perSecond);
  return { millitokens: Math.min(millitokens + gained, rate.burst * 1000), at: now };
}

/** A sender that has sent nothing yet. */
export function full(rate: Rate, now: number): Bucket {
  return { millitokens: rate.burst * 1000, at: now };
}

/**
 * What follow-ups and reminders leave in the bucket for whoever writes in meanwhile: a fifth of it. Where a bucket holds
 * a single token there is nothing to leave, and it is enough that replies are taken first.
 */
export function reserveOf({ burst }: Rate): number {
  return Math.floor(burst / 5) * 1000;
}

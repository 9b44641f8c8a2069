import type { Logger } from 'pino';
import type { Channel, Receipt, SendResult } from '#channels/channel.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Keys } from '#people/keys.ts';
import type { Store } from '#store/db.ts';
import { lapsedDeliveries } from '#store/deliveries.ts';
import { keepWaiting } from './budget.ts';
import { type Attempt, claim, isUnasked } from './claim.ts';
import type { Hours } from './hours.ts';
import { type Limits, noLimits } from './limits.ts';
import { settleAttempt, settleLapsed, takeReceipt } from './settle.ts';

export interface OutboxOptions {
  store: Store;
  channels: ReadonlyMap<ChannelName, Channel>;
  keys: Keys;
  clock: Clock;
  newId: NewId;
  log: Logger;
  hours: Hours;
  /** What the settings allow; everything unless told. */
  limits?: Limits;
  /** How many messages may be with the providers at once; 8 unless told. */
  inFlight?: number;
  /** After how long an attempt that nobody settled counts as lost, ms. Longer than any channel waits for an answer. */
  leaseMs?: number;
}

/** The sender. Several, also in several processes, may work on one ledger. */
export interface Outbox {
  /**
   * Sends what is due until nothing is, and says how many it attempted. Called while it is at work it looks again,
   * also where every send in flight is stuck. Throws StoreUnavailable where nothing can be claimed just now.
   */
  pump(): Promise<number>;
  /**
   * Settles attempts that nobody answers for any more, and keeps what waits for the next month's money. Run it at the
   * start and every minute.
   */
  recover(): Promise<void>;
  /** Takes what a provider says about a message; resolves once that is durable. */
  receipt(receipt: Receipt): Promise<void>;
  /** Claims nothing more, and resolves when what is in flight has been settled. */
  stop(): Promise<void>;
}

interface Flight {
  leaseUntil: number;
  unasked: boolean;
  landed: Promise<void>;
  abandon(): void;
}

/** The ledger says `attempting` before a message leaves, so that a crash can lose the answer but never the question. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, channels, keys, clock, newId, log, hours, inFlight = 8, leaseMs = 120_000 } = options;
  const { limits = noLimits } = options;
  const flights = new Map<string, Flight>();
  // Follow-ups that hang at one provider must never keep a reply waiting.
  const mostUnasked = Math.max(1, Math.floor(inFlight * 0.75));
  /** Answers that the store would not take yet. */
  const unsettled = new Map<string, { attempt: Attempt; result: SendResult }>();
  let running: Promise<number> | null = null;
  let asked = false;
  let stopping = false;
  let bell = Promise.withResolvers<void>();

  const settle = async (attempt: Attempt, result: SendResult) => {
    try {
      await store.turn((tx) => settleAttempt(tx, attempt, result, { keys, now: clock.now() }));
      unsettled.delete(attempt.attemptId);
    } catch (err) {
      unsettled.set(attempt.attemptId, { attempt, result });
      log.error({ err, delivery: attempt.id }, 'The answer to a send could not be stored yet.');
    }
  };
  const settleAgain = async () => {
    for (const { attempt, result } of [...unsettled.values()]) await settle(attempt, result);
  };

  const send = async (attempt: Attempt): Promise<SendResult> => {
    try {
      const channel = channels.get(attempt.channel);
      return channel === undefined
        ? { kind: 'rejected', reason: 'other', code: null, permanent: false }
        : await channel.send(attempt.message);
    } catch (err) {
      log.error({ err, delivery: attempt.id }, 'A channel threw while sending.');
      return { kind: 'unknown', code: null };
    }
  };
  const fly = async (attempt: Attempt) => {
    await settle(attempt, await send(attempt));
  };
  const launch = (attempt: Attempt) => {
    const { promise: abandoned, resolve: abandon } = Promise.withResolvers<void>();
    const landed = Promise.race([fly(attempt), abandoned]).then(() => {
      flights.delete(attempt.attemptId);
      asked = true;
    });
    const { leaseUntil, message } = attempt;
    flights.set(attempt.attemptId, { leaseUntil, unasked: isUnasked(message.purpose), landed, abandon });
  };

  const claimFreeSlots = async () => {
    const now = clock.now();
    const claiming = {
      keys,
      newId,
      hours,
      limits,
      now,
      leaseUntil: now + leaseMs,
      limit: inFlight - flights.size,
      unaskedLimit: mostUnasked - [...flights.values()].filter(({ unasked }) => unasked).length,
      channels,
    };
    const claimed = await store.turn((tx) => claim(tx, claiming));
    for (const attempt of claimed.attempts) launch(attempt);
    if (claimed.lookAgain) asked = true;
    return claimed.attempts.length;
  };
  const drain = async () => {
    let attempted = 0;
    try {
      await settleAgain();
      while ((asked && !stopping) || flights.size > 0) {
        if (asked && !stopping && flights.size < inFlight) {
          asked = false;
          attempted += await claimFreeSlots();
        } else {
          await Promise.race([bell.promise, ...[...flights.values()].map((flight) => flight.landed)]);
          bell = Promise.withResolvers();
        }
      }
      return attempted;
    } catch (error) {
      await Promise.all([...flights.values()].map((flight) => flight.landed));
      throw error;
    } finally {
      // In the same breath as the last look: whoever asks from here on starts anew.
      running = null;
    }
  };

  return {
    pump: () => {
      asked = true;
      bell.resolve();
      running ??= drain();
      return running;
    },
    recover: async () => {
      await settleAgain();
      const now = clock.now();
      const lapsed = await store.turn((tx) => lapsedDeliveries(tx, { now, future: now + 2 * leaseMs }));
      for (const attempt of lapsed) await store.turn((tx) => settleLapsed(tx, attempt, now));
      await store.turn((tx) => keepWaiting(tx, { channels, limits, now }));
      for (const flight of flights.values()) if (flight.leaseUntil <= now) flight.abandon();
      if (lapsed.length > 0)
        log.warn({ deliveries: lapsed.length }, 'Attempts that nobody answered for were settled.');
    },
    receipt: (receipt) => store.turn((tx) => takeReceipt(tx, receipt, { now: clock.now(), newId })),
    stop: async () => {
      stopping = true;
      await running?.catch(() => {});
    },
  };
}

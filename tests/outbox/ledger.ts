import pino from 'pino';
import type { Capabilities, Channel, Outbound, SendResult } from '#channels/channel.ts';
import type { TemplateWords } from '#domain/choices.ts';
import type { ChannelName, Purpose } from '#domain/words.ts';
import { createOutbox, type OutboxOptions } from '#outbox/outbox.ts';
import { readKeys } from '#people/keys.ts';
import { hashAddress, sealAddress } from '#people/seal.ts';
import type { Store } from '#store/db.ts';
import { queueDelivery } from '#store/deliveries.ts';
import { type Database, emptyDatabase, open } from '#tests/store/databases.ts';
import { testClock, testIds } from '#tests/support/clock.ts';

/** A Friday noon in November: British time is UTC. */
export const NOON = Date.parse('2026-11-20T12:00:00Z');

export const keys = readKeys(Buffer.alloc(32, 7).toString('base64'), '/nowhere');

export interface Provider extends Channel {
  /** Everything that was handed over, in order: the truth of what a resident may have got. */
  posts: Outbound[];
  /** What it answers from now on. */
  answer: (message: Outbound) => SendResult | Promise<SendResult>;
}

export function accepted(message: Outbound): SendResult {
  return { kind: 'accepted', providerId: `SM-${message.attemptId}`, segments: 1 };
}

export function provider(name: ChannelName, can: Partial<Capabilities> = {}): Provider {
  const posts: Outbound[] = [];
  const made: Provider = {
    name,
    posts,
    answer: accepted,
    capabilities: () => ({
      receipts: true,
      confirmsStop: false,
      choices: 0,
      maxLength: 1600,
      reach: 'phone',
      quietMs: 0,
      freeTextMs: null,
      followUps: true,
      media: true,
      rate: null,
      phone: null,
      ...can,
    }),
    send: async (message) => {
      posts.push(message);
      return made.answer(message);
    },
  };
  return made;
}

/** A ledger in an empty database, with an outbox over two provider doubles and a clock that stands still. */
export async function ledger(database: Database = 'sqlite') {
  const place = await emptyDatabase(database);
  const store = await open(place);
  const clock = testClock(NOON);
  const newId = testIds('ledger');
  const sms = provider('sms');
  const telegram = provider('telegram');
  const channels = new Map<ChannelName, Channel>([
    ['sms', sms],
    ['telegram', telegram],
  ]);
  const outbox = (options: Partial<OutboxOptions> = {}) =>
    createOutbox({
      store,
      channels,
      keys,
      clock,
      newId,
      log: pino({ level: 'silent' }),
      hours: { from: '08:00', until: '20:00' },
      ...options,
    });

  const resident = async () => {
    const id = newId();
    await store.turn((tx) =>
      tx.db.insertInto('residents').values({ id, language: null, createdAt: NOON }).execute(),
    );
    return id;
  };
  const address = async (residentId: string, channel: ChannelName = 'sms') => {
    const id = newId();
    const raw = channel === 'sms' ? `+447700900${String(phones).padStart(3, '0')}` : `chat-${phones}`;
    phones += 1;
    const hash = hashAddress(keys, channel, raw);
    await store.turn((tx) =>
      tx.db
        .insertInto('addresses')
        .values({
          id,
          residentId,
          channel,
          account: '+447700900999',
          hash,
          sealed: sealAddress(keys, raw),
          keyId: keys.id,
          createdAt: NOON,
          lastInboundAt: NOON - 1000,
        })
        .execute(),
    );
    return { id, residentId, channel, raw, hash };
  };
  let phones = 0;
  const someone = async (channel: ChannelName = 'sms') => address(await resident(), channel);
  type Address = Awaited<ReturnType<typeof someone>>;

  const queue = async (
    to: Address,
    purpose: Purpose,
    more: {
      text?: string;
      followUpId?: string;
      notBefore?: number;
      expiresAt?: number;
      templates?: TemplateWords[];
      account?: string;
      asks?: boolean;
    } = {},
  ) => {
    const id = newId();
    await store.turn((tx) =>
      queueDelivery(tx, {
        id,
        followUpId: more.followUpId ?? null,
        conversationId: null,
        residentId: to.residentId,
        addressId: to.id,
        channel: to.channel,
        account: more.account ?? '+447700900999',
        purpose,
        body: {
          text: more.text ?? purpose,
          choices: [],
          ...(more.templates === undefined ? {} : { templates: more.templates }),
        },
        asks: more.asks ?? false,
        notBefore: more.notBefore ?? clock.now(),
        expiresAt: more.expiresAt ?? null,
        createdAt: clock.now(),
      }),
    );
    return id;
  };
  const look = (id: string) =>
    store.read.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const addressRow = (id: string) =>
    store.read.selectFrom('addresses').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  return {
    place,
    store,
    clock,
    newId,
    sms,
    telegram,
    channels,
    outbox,
    resident,
    address,
    someone,
    queue,
    look,
    addressRow,
  };
}

/** A store that refuses the turns that `failing` picks, by number from 0, after their work was done. */
export function failingStore(store: Store, failing: (turn: number) => boolean): Store {
  let turn = -1;
  return {
    ...store,
    turn: (work) => {
      turn += 1;
      return failing(turn)
        ? store.turn(async (tx) => {
            await work(tx);
            throw new Error('the database went away');
          })
        : store.turn(work);
    },
  };
}

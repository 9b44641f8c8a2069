import type { Choice, MessageBody } from '#domain/choices.ts';
import type { DeliveryState } from '#domain/words.ts';
import { restored, waitsForMore } from '#engine/session.ts';
import type { Db } from './db.ts';

/** One message on a simulated phone's screen. */
export interface Bubble {
  id: string;
  from: 'resident' | 'us';
  text: string;
  choices: Choice[];
  /** How many files came with it. */
  files: number;
  /** ms; when it was sent. */
  at: number;
}

/** A phone has what has left us: not what still waits, and nothing that was refused or called off. */
const onScreen: DeliveryState[] = ['attempting', 'accepted', 'sent', 'delivered', 'read', 'unknown'];

/** What both sides said at one simulated address, oldest first; [] where nobody has written yet. */
export async function threadAt(db: Db, addressHash: string): Promise<Bubble[]> {
  const ours = await sentTo(db, addressHash);
  const labels = new Map(ours.flatMap(({ choices }) => choices.map(({ value, label }) => [value, label])));
  const theirs = await writtenAt(db, addressHash, labels);
  // Ids sort by when they were made, which settles what one millisecond holds.
  return [...theirs, ...ours].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

async function sentTo(db: Db, addressHash: string): Promise<Bubble[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('addresses', 'addresses.id', 'deliveries.addressId')
    .where('addresses.hash', '=', addressHash)
    .where('deliveries.channel', '=', 'simulator')
    .where('deliveries.state', 'in', onScreen)
    .select(['deliveries.id', 'deliveries.body', 'deliveries.attemptedAt', 'deliveries.createdAt'])
    .execute();
  return rows.map(({ id, body, attemptedAt, createdAt }) => {
    const { text, choices } = JSON.parse(body) as MessageBody;
    return { id, from: 'us', text, choices, files: 0, at: attemptedAt ?? createdAt };
  });
}

async function writtenAt(db: Db, addressHash: string, labels: Map<string, string>): Promise<Bubble[]> {
  const rows = await db
    .selectFrom('messages')
    .innerJoin('addresses', 'addresses.id', 'messages.addressId')
    .where('addresses.hash', '=', addressHash)
    .where('messages.channel', '=', 'simulator')
    .select([
      'messages.id',
      'messages.kind',
      'messages.text',
      'messages.choice',
      'messages.media',
      'messages.receivedAt',
    ])
    .execute();
  return rows.map(({ id, kind, text, choice, media, receivedAt }) => {
    const words = choice === null ? text : (labels.get(choice) ?? choice);
    const files = (JSON.parse(media) as unknown[]).length;
    const shown = kind === 'command' ? `/start ${text}`.trim() : words;
    return { id, from: 'resident', text: shown, choices: [], files, at: receivedAt };
  });
}

/** When the earliest timer of this address is due, ms; null where none is running. */
export async function waitingUntil(db: Db, addressHash: string): Promise<number | null> {
  const rows = await db
    .selectFrom('conversations')
    .innerJoin('addresses', 'addresses.id', 'conversations.addressId')
    .where('addresses.hash', '=', addressHash)
    .where('conversations.wakeAt', 'is not', null)
    .select(['conversations.wakeAt', 'conversations.session'])
    .orderBy('conversations.wakeAt')
    .execute();
  return rows.find(({ session }) => waitsForMore(restored(session)))?.wakeAt ?? null;
}

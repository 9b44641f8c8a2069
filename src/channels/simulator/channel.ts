import { EventEmitter } from 'node:events';
import type { Capabilities, Channel, Inbound, Outbound, SendResult } from '#channels/channel.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { Store } from '#store/db.ts';
import { type Bubble, threadAt, waitingUntil } from '#store/simulator.ts';
import { sent as attached, pressed, said } from './inbound.ts';
import { simulatorFiles } from './media.ts';
import { type Manner, manners, newPhone, type Phone, phoneAt } from './phone.ts';

/** What no manner of theirs changes: nothing is sent anywhere, so nothing costs or is limited. */
const always = {
  receipts: false,
  confirmsStop: false,
  freeTextMs: null,
  followUps: true,
  media: true,
  rate: null,
  phone: null,
} as const;

/** As the channels that they stand for, but that we ourselves confirm STOP: here no network is there to do it. */
const capabilities: Record<Manner, Capabilities> = {
  sms: {
    ...always,
    choices: 0,
    maxLength: 1600,
    reach: 'phone',
    quietMs: 180_000,
  },
  whatsapp: {
    ...always,
    choices: 10,
    maxLength: 1600,
    reach: 'app',
    quietMs: 90_000,
  },
  telegram: {
    ...always,
    choices: 8,
    maxLength: 4096,
    reach: 'app',
    quietMs: 90_000,
  },
};

/** Phones on a screen: a way to try everything, from the first text to the follow-up, without any provider. */
export interface Simulator extends Channel {
  manners: readonly Manner[];
  /** A phone that nobody has used yet. */
  newPhone(manner: Manner): Phone;
  /** The phone at an address that came from outside, or null where there can be none. */
  phoneAt(address: string): Phone | null;
  /** What its person types. */
  said(phone: Phone, text: string): Inbound;
  /** A file that they send, with what they type beside it; it is held until we have fetched it. */
  attached(phone: Phone, text: string, bytes: Buffer, contentType?: string): Promise<Inbound>;
  /** A button that they press, under the message that `deliveryId` names. */
  pressed(phone: Phone, choice: { value: string; label: string }, deliveryId: string): Inbound;
  /** All that is on the phone's screen, oldest first. Addresses are found by their keyed hash. */
  thread(addressHash: string): Promise<Bubble[]>;
  /** When the quiet wait on this phone ends, ms; null where nothing is being waited for. */
  waitingUntil(addressHash: string): Promise<number | null>;
  /** Calls back for each message sent to this phone by this process; returns how to stop it. */
  onSent(address: string, listener: (message: Outbound) => void): () => void;
}

/** `folder` is where sent files are held, as a provider would. */
export function simulator(deps: { store: Store; clock: Clock; newId: NewId; folder: string }): Simulator {
  const { store, clock, newId } = deps;
  const files = simulatorFiles(deps.folder, newId);
  const sent = new EventEmitter<Record<string, [Outbound]>>().setMaxListeners(0);

  const send = async (message: Outbound): Promise<SendResult> => {
    const phone = phoneAt(message.address);
    if (phone === null) return refused('badAddress');
    if (message.text.length > capabilities[phone.manner].maxLength) return refused('tooLong');
    if (message.choices.length > capabilities[phone.manner].choices) return refused('other');
    sent.emit(phone.address, message);
    return { kind: 'accepted', providerId: message.deliveryId, segments: null };
  };

  return {
    name: 'simulator',
    manners,
    capabilities: (address) => capabilities[phoneAt(address)?.manner ?? 'sms'],
    send,
    // It shows what the database holds, and keeps nothing of its own.
    forget: async () => ({ kind: 'done' }),
    fetchMedia: files.fetchMedia,
    forgetMedia: files.forgetMedia,
    newPhone: (manner) => newPhone(manner, newId),
    phoneAt,
    said: (phone, text) => said(phone, text, { id: newId(), at: clock.now() }),
    attached: async (phone, text, bytes, contentType) => {
      const media = { ref: await files.hold(bytes), contentType: contentType ?? null };
      return attached(phone, text, media, { id: newId(), at: clock.now() });
    },
    pressed: (phone, choice, deliveryId) =>
      pressed(phone, choice, deliveryId, { id: newId(), at: clock.now() }),
    thread: (addressHash) => threadAt(store.read, addressHash),
    waitingUntil: (addressHash) => waitingUntil(store.read, addressHash),
    onSent: (address, listener) => {
      sent.on(address, listener);
      return () => sent.off(address, listener);
    },
  };
}

function refused(reason: 'badAddress' | 'tooLong' | 'other'): SendResult {
  return { kind: 'rejected', reason, code: null, permanent: true };
}

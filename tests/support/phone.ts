import type { Capabilities, Inbound } from '#channels/channel.ts';
import { understand } from '#conversation/understand.ts';
import type { Choice } from '#domain/choices.ts';
import type { Event } from '#engine/event.ts';
import type { Input } from '#engine/input.ts';
import type { Session } from '#engine/session.ts';
import { step } from '#engine/step.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { languageOfCommand } from '#texts/commands.ts';

const smsManners: Capabilities = {
  receipts: false,
  confirmsStop: false,
  choices: 0,
  maxLength: 1600,
  reach: 'phone',
  quietMs: 180_000,
  freeTextMs: null,
  followUps: true,
  media: true,
  rate: null,
  phone: null,
};

/** Someone with a phone and the engine at the other end: no database, no network, a clock that is told the time. */
export class EnginePhone {
  session: Session | null = null;
  now: number;
  stopped = false;
  readonly log: { input: Input; now: number; id: string; stopped: boolean; unseen: boolean }[] = [];
  /** Our last question is still waiting to be sent. */
  unseen = false;
  /** This chat cannot be found again weeks later. */
  fleeting = false;
  /** By the phone's own clock, when what is typed next was written; null where the network does not say. */
  wrote: number | null = null;
  /** Told of every step. */
  onStep: (step: {
    before: Session | null;
    stopped: boolean;
    input: Input;
    events: Event[];
    after: Session;
  }) => void = () => {};
  private wakeAt: { at: number; number: number } | null = null;
  /** Every button there has been: they stay on the screen for ever. */
  private readonly shown: Choice[] = [];
  private ids = 0;
  private readonly version: FlowVersion;
  private readonly quietMs: number;

  constructor(version: FlowVersion, options: { now: number; quietMs?: number }) {
    this.version = version;
    this.now = options.now;
    this.quietMs = options.quietMs ?? smsManners.quietMs;
  }

  /** One input as it is; the events it leads to. */
  put(input: Input): Event[] {
    this.ids += 1;
    const moment = this.moment(`id-${this.ids}`);
    this.log.push({ input, now: this.now, id: moment.id, stopped: this.stopped, unseen: this.unseen });
    const before = this.session;
    const { stopped } = this;
    const { session, events } = step(this.version, before, input, moment);
    this.session = session;
    for (const event of events) {
      if (event.kind === 'said') this.shown.push(...event.choices, ...event.buttons);
      if (event.kind === 'wakeAt')
        this.wakeAt = event.at === null ? null : { at: event.at, number: event.number };
      if (event.kind === 'withdrew') this.stopped = true;
      if (event.kind === 'returned') this.stopped = false;
    }
    this.onStep({ before, stopped, input, events, after: session });
    return events;
  }

  /** Whether a timer is running. */
  get waits(): boolean {
    return this.wakeAt !== null;
  }

  /** Types a text, as a provider would hand it over. */
  text(text: string, kind: Inbound['kind'] = 'text'): Event[] {
    const messageId = `message-${this.ids + 1}`;
    const inbound: Inbound = {
      channel: 'simulator',
      account: 'test',
      dedupeKey: messageId,
      address: 'sms:test',
      kind,
      text,
      choice: null,
      media: [],
      replyTo: null,
      newAddress: null,
      sentAt: this.wrote,
      receivedAt: this.now,
    };
    const input = understand(inbound, messageId, this.stopped, smsManners);
    if (input === null) return [];
    // What conversation/route.ts does with someone who was never asked anything.
    const command = input.kind === 'command' ? input.command : null;
    const language = command === null ? null : languageOfCommand(command);
    const begins =
      input.kind === 'text' || command === 'start' || command === 'easyRead' || language !== null;
    if (this.session === null && begins) {
      const easy = command === 'easyRead';
      return this.put({
        kind: 'start',
        text,
        messageId,
        keyword: command !== null,
        language,
        easy,
        asked: false,
      });
    }
    return this.put(input);
  }

  /** Presses a button that was shown, the latest with this label. */
  press(label: string): Event[] {
    const button = this.shown.findLast((one) => one.label === label);
    if (button === undefined) throw new Error(`No button says "${label}".`);
    return this.put({ kind: 'choice', value: button.value, messageId: `message-${this.ids + 1}` });
  }

  /** Presses one of the buttons that there have been, if there was any. */
  pressAny(which: number): Event[] {
    const button = this.shown[which % Math.max(1, this.shown.length)];
    if (button === undefined) return [];
    return this.put({ kind: 'choice', value: button.value, messageId: `message-${this.ids + 1}` });
  }

  /** Lets time pass; a timer that falls due fires at its moment. */
  wait(ms: number): Event[] {
    const until = this.now + ms;
    const events: Event[] = [];
    while (this.wakeAt !== null && this.wakeAt.at <= until) {
      const { at, number } = this.wakeAt;
      this.wakeAt = null;
      this.now = at;
      events.push(...this.put({ kind: 'timeout', number }));
    }
    this.now = until;
    return events;
  }

  /** The same inputs again, from nothing. */
  replay(): Session | null {
    let session: Session | null = null;
    for (const { input, now, id, stopped, unseen } of this.log) {
      session = step(this.version, session, input, { ...this.moment(id), now, stopped, unseen }).session;
    }
    return session;
  }

  private moment(id: string) {
    return {
      now: this.now,
      id,
      quietMs: this.quietMs,
      stopped: this.stopped,
      unseen: this.unseen,
      ourNumber: '07700 900123',
      reach: 'phone' as const,
      byPerson: false,
      fleeting: this.fleeting,
      elsewhere: this.fleeting ? ['07700 900123'] : [],
      organisation: { en: 'Your council', cy: 'Eich cyngor' },
    };
  }
}

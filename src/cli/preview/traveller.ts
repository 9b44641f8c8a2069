import type { Choice } from '#domain/choices.ts';
import type { Language, Organisation } from '#domain/words.ts';
import type { Event } from '#engine/event.ts';
import type { Input } from '#engine/input.ts';
import type { Session } from '#engine/session.ts';
import { step } from '#engine/step.ts';
import { stepOf } from '#flow/find.ts';
import type { FlowVersion } from '#flow/schema.ts';

/** One message as the engine says it, before a channel makes numbers or buttons of its choices. */
export interface Sent {
  /** The step that it asks, or what it is: "end", "privacy", "signpost". */
  about: string;
  text: string;
  choices: Choice[];
}

const HOUR = 3_600_000;
/** From the range that is kept for stories; as long as a real one. */
const ourNumber = '07700 900123';
/** Long enough that nobody is asked for more. */
const manyWords = Array.from({ length: 60 }, () => 'word').join(' ');

/** Somebody on their way through a flow, led by the real engine: what is previewed is what is sent. Each step gives a new one. */
export class Traveller {
  private readonly version: FlowVersion;
  private readonly organisation: Organisation;
  private readonly session: Session | null;
  private readonly now: number;
  private readonly events: readonly Event[];

  private constructor(
    version: FlowVersion,
    organisation: Organisation,
    state: { session: Session | null; now: number; events: readonly Event[] },
  ) {
    this.version = version;
    this.organisation = organisation;
    this.session = state.session;
    this.now = state.now;
    this.events = state.events;
  }

  /** At the first text, on the first day at noon. */
  static begin(
    version: FlowVersion,
    organisation: Organisation,
    voice: { language: Language | null; easy: boolean },
  ): Traveller {
    const now = Date.parse(`${version.flow.frame.opens}T12:00:00Z`);
    return new Traveller(version, organisation, { session: null, now, events: [] }).put({
      kind: 'start',
      text: '',
      messageId: 'begins',
      keyword: true,
      ...voice,
      asked: false,
    });
  }

  /** The step whose answer is awaited; null after the end. */
  get at(): string | null {
    return this.session?.at ?? null;
  }

  /** What was said in the last step, as messages. */
  sent(about: string): Sent[] {
    return this.events.flatMap((event): Sent[] =>
      event.kind === 'said' ? [{ about, text: event.text, choices: event.choices }] : [],
    );
  }

  put(input: Input): Traveller {
    const { version, organisation } = this;
    // Never within minutes of the question, which would add these words to the answer before.
    const now = this.now + HOUR;
    const moment = {
      now,
      id: `id-${now}`,
      quietMs: 1000,
      stopped: false,
      unseen: false,
      ourNumber,
      reach: 'phone' as const,
      byPerson: false,
      organisation,
    };
    return new Traveller(version, organisation, { ...step(version, this.session, input, moment), now });
  }

  /** Answers the question: with this choice, else the first one, yes, or words enough. */
  answers(choice?: string, words = manyWords): Traveller {
    const asked = this.at === null ? undefined : stepOf(this.version.flow, this.at);
    if (asked?.kind === 'consent')
      return this.put({ kind: 'choice', value: choice ?? 'yes', messageId: 'm' });
    if (asked !== undefined && 'choices' in asked) {
      const value = choice ?? asked.choices[0]?.id ?? '';
      return this.put({ kind: 'choice', value, messageId: 'm' });
    }
    const heard = this.put({ kind: 'text', text: words, messageId: 'm', sentAt: null });
    return heard.at === this.at && this.at !== null ? heard.waits() : heard;
  }

  /** Lets the one timer fire. */
  waits(): Traveller {
    return this.put({ kind: 'timeout', number: this.session?.wake ?? 0 });
  }

  /** The choices that lead another way than the first. */
  otherChoices(): string[] {
    const asked = this.at === null ? undefined : stepOf(this.version.flow, this.at);
    return asked?.kind === 'choice' ? asked.choices.slice(1).map(({ id }) => id) : [];
  }
}

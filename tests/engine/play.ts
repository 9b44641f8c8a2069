import fc from 'fast-check';
import type { Event } from '#engine/event.ts';
import type { Input } from '#engine/input.ts';
import type { Session } from '#engine/session.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { EnginePhone } from '#tests/support/phone.ts';

/** What residents may do, and what may happen to them. */

const commands = [
  ...['STOP', 'start', 'HELP', 'CYMRAEG', 'english', 'polski', 'urdu', 'person', 'privacy', 'later', 'skip'],
  ...['back', 'questions', 'status', 'my data', 'forget me', 'wrong number', 'who is this', 'easy read'],
  ...['plain', 'language', "don't quote me", 'link', 'LINK CDFH-3467'],
];

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('1', '2', '9', 'yes', 'na', 'iawn', 'done', '', 'b', 'label 3 a en', 'the third'),
  fc.constantFrom('and the bins too', 'but not on Sundays', "I'm 10", 'one', 'It is quiet there'),
  { weight: 2, arbitrary: fc.constantFrom(...commands) },
  fc.constantFrom('I want to end my life', 'the bus stop is filthy', '\u0000\ud800', 'a'.repeat(20_000)),
);

type Act =
  | { do: 'text'; text: string; ago: number | null; unseen: boolean }
  | { do: 'choice'; value: string }
  | { do: 'press'; which: number }
  | { do: 'media'; text: string }
  | { do: 'wait'; seconds: number }
  | { do: 'timeout'; number: number }
  | { do: 'resume' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('text' as const),
      text: words,
      ago: fc.constantFrom(null, null, 0, 1000, 60_000),
      unseen: fc.constantFrom(false, false, false, true),
    }),
  },
  fc.record({ do: fc.constant('choice' as const), value: fc.constantFrom('c1x0', 'yes', 'no', '0.1', 'x') }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('press' as const), which: fc.nat(40) }) },
  fc.record({ do: fc.constant('media' as const), text: words }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.oneof(fc.nat(400), fc.integer({ min: 0, max: 40 * 86_400 })),
    }),
  },
  fc.record({ do: fc.constant('timeout' as const), number: fc.nat(30) }),
  fc.record({ do: fc.constant('resume' as const) }),
);

/** A conversation: what is asked, what is done, and how patient the channel is. */
export const scriptOf = (flow: fc.Arbitrary<FlowVersion>) =>
  fc.record({
    flow,
    acts: fc.array(act, { maxLength: 40, size: 'max' }),
    quietMs: fc.constantFrom(0, 90_000, 180_000),
    at: fc.constantFrom(
      '2025-06-01T00:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-11-20T12:00:00Z',
      '2027-03-28T00:59:00Z',
      '2029-01-01T00:00:00Z',
    ),
  });

export interface Played {
  before: Session | null;
  stopped: boolean;
  input: Input;
  events: Event[];
  after: Session;
}

/** Plays a script to its end: every step with what was before and after. */
export function play(script: { flow: FlowVersion; acts: readonly Act[]; quietMs: number; at: string }): {
  phone: EnginePhone;
  steps: Played[];
  events: Event[];
} {
  const phone = new EnginePhone(script.flow, { now: Date.parse(script.at), quietMs: script.quietMs });
  const steps: Played[] = [];
  phone.onStep = (step) => steps.push(step);
  for (const [index, one] of script.acts.entries()) perform(phone, one, `direct-${index}`);
  return { phone, steps, events: steps.flatMap(({ events }) => events) };
}

function perform(phone: EnginePhone, one: Act, messageId: string): void {
  switch (one.do) {
    case 'text':
      phone.unseen = one.unseen;
      phone.wrote = one.ago === null ? null : phone.now - one.ago;
      phone.text(one.text);
      phone.unseen = false;
      return;
    case 'choice':
      phone.put({ kind: 'choice', value: one.value, messageId });
      return;
    case 'press':
      phone.pressAny(one.which);
      return;
    case 'media': {
      const { text } = one;
      phone.put({ kind: 'media', text, messageId, sentAt: null });
      return;
    }
    case 'wait':
      phone.wait(one.seconds * 1000);
      return;
    case 'timeout':
      phone.put({ kind: 'timeout', number: one.number });
      return;
    case 'resume':
      phone.put({ kind: 'resume' });
  }
}

import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '#engine/event.ts';
import type { Input } from '#engine/input.ts';
import { loadFlows } from '#flow/load.ts';
import { EnginePhone } from '#tests/support/phone.ts';

const flows = await loadFlows(path.join(import.meta.dirname, '..', '..', 'flows'));
const runs = Number(process.env.PROPERTY_RUNS ?? 300);

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '1',
    '2',
    '9',
    'yes',
    'na',
    'done',
    'STOP',
    'start',
    'HELP',
    'CYMRAEG',
    'english',
    'person',
    'privacy',
    '',
  ),
  fc.constantFrom('I want to end my life', 'the bus stop is filthy', '\u0000\ud800', 'a'.repeat(20_000)),
);

type Act =
  | { do: 'text'; text: string }
  | { do: 'choice'; value: string }
  | { do: 'media'; text: string; canPicture: boolean }
  | { do: 'wait'; seconds: number }
  | { do: 'timeout'; number: number }
  | { do: 'resume' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('text' as const), text: words }) },
  fc.record({
    do: fc.constant('choice' as const),
    value: fc.constantFrom('foot', 'yes', 'no', 'not a choice'),
  }),
  fc.record({ do: fc.constant('media' as const), text: words, canPicture: fc.boolean() }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.nat(400) }) },
  fc.record({ do: fc.constant('timeout' as const), number: fc.nat(30) }),
  fc.record({ do: fc.constant('resume' as const) }),
);

const conversation = fc.record({
  flow: fc.constantFrom(...flows),
  acts: fc.array(act, { maxLength: 40 }),
  quietMs: fc.constantFrom(0, 90_000, 180_000),
  at: fc.constantFrom(
    '2025-06-01T00:00:00Z',
    '2026-10-25T00:30:00Z',
    '2026-11-20T12:00:00Z',
    '2028-01-01T00:00:00Z',
  ),
});

function play({ flow, acts, quietMs, at }: Parameters<Parameters<typeof conversation.map>[0]>[0]) {
  const phone = new EnginePhone(flow, { now: Date.parse(at), quietMs });
  const events: Event[] = [];
  acts.forEach((one, index) => {
    const messageId = `said-${index}`;
    const direct: Record<string, () => Input> = {
      choice: () => ({ kind: 'choice', value: 'value' in one ? one.value : '', messageId }),
      media: () => ({
        kind: 'media',
        text: 'text' in one ? one.text : '',
        messageId,
        canPicture: 'canPicture' in one && one.canPicture,
      }),
      timeout: () => ({ kind: 'timeout', number: 'number' in one ? one.number : 0 }),
      resume: () => ({ kind: 'resume' }),
    };
    if (one.do === 'text') events.push(...phone.text(one.text));
    else if (one.do === 'wait') events.push(...phone.wait(one.seconds * 1000));
    else events.push(...phone.put((direct[one.do] as () => Input)()));
  });
  return { phone, events };
}

describe('whatever residents do', () => {
  it('never throws, and the logged inputs give the same session', () => {
    fc.assert(
      fc.property(conversation, (script) => {
        const { phone } = play(script);
        expect(phone.replay()).toEqual(phone.session);
        expect(JSON.parse(JSON.stringify(phone.session))).toEqual(phone.session);
      }),
      { numRuns: runs },
    );
  });

  it('loses no words: every text that is not a command, a choice or a consent is heard exactly once', () => {
    fc.assert(
      fc.property(conversation, (script) => {
        const { phone, events } = play(script);
        const heard = events.filter((event) => event.kind === 'heard').map(({ messageId }) => messageId);
        expect(new Set(heard).size).toBe(heard.length);
        const placed = new Set([
          ...heard,
          ...events.flatMap((event) =>
            event.kind === 'chose' || event.kind === 'consented' ? [event.messageId] : [],
          ),
        ]);
        const finished = events.filter((event) => event.kind === 'answered').length;
        for (const { input } of phone.log) {
          if (input.kind !== 'text' || placed.has(input.messageId)) continue;
          // The one other thing that words can be is the word that ends an answer.
          expect(['done', 'dyna’r cyfan']).toContain(input.text.trim().toLowerCase());
          expect(finished).toBeGreaterThan(0);
        }
      }),
      { numRuns: runs },
    );
  });

  it('says nothing but service to someone who has stopped', () => {
    fc.assert(
      fc.property(conversation, (script) => {
        const { events } = play(script);
        let stopped = false;
        for (const event of events) {
          if (event.kind === 'withdrew') stopped = true;
          if (event.kind === 'returned') stopped = false;
          if (event.kind === 'said' && stopped && event.purpose !== 'service') {
            // The outbox holds such a reply back: only what they asked for by a command may be one.
            expect(event.asks).toBe(false);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('every response that is begun is completed once, or is still being listened to', () => {
    fc.assert(
      fc.property(conversation, (script) => {
        const { phone, events } = play(script);
        const begun = new Set(events.flatMap((event) => (event.kind === 'heard' ? [event.responseId] : [])));
        const whole = events.flatMap((event) => (event.kind === 'answered' ? [event.responseId] : []));
        expect(new Set(whole).size).toBe(whole.length);
        const open = phone.session?.listening?.responseId;
        expect(new Set([...whole, ...(open === undefined ? [] : [open])])).toEqual(begun);
        // Whoever is listened to is also waited for: no answer hangs until they write again.
        if (open !== undefined) expect(phone.waits).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});

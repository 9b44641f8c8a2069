import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restored, saved } from '#engine/session.ts';
import { stepOf } from '#flow/find.ts';
import { loadFlows } from '#flow/load.ts';
import { play, scriptOf } from '#tests/engine/play.ts';
import { randomFlow } from '#tests/engine/random-flow.ts';
import { yesOrNo } from '#texts/answers.ts';
import { isDone } from '#texts/commands.ts';
import { numberSaid } from '#texts/numbers.ts';

const shipped = await loadFlows(path.join(import.meta.dirname, '..', '..', 'flows'));
/** 10,000 and more with `npm run test:long`. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);

const script = scriptOf(fc.oneof({ weight: 4, arbitrary: randomFlow }, fc.constantFrom(...shipped)));
type Result = ReturnType<typeof play>;

const always = (holds: (played: Result, flow: (typeof shipped)[number]) => void) =>
  fc.assert(
    fc.property(script, (one) => holds(play(one), one.flow)),
    { numRuns },
  );

describe('whatever residents do, in whatever flow', () => {
  it('is enough to meet everything that the engine can do', () => {
    const met = new Set<string>();
    for (const one of fc.sample(script, { numRuns: 700, seed: 20261120 })) {
      const { steps } = play(one);
      for (const { events, after } of steps) {
        for (const event of events) met.add(event.kind === 'said' ? `said ${event.purpose}` : event.kind);
        met.add(`timer ${after.timer}`);
      }
    }
    const events = [
      'heard',
      'answered',
      'chose',
      'described',
      'consented',
      'noticed',
      'languageChosen',
      'withdrew',
    ];
    const more = ['returned', 'unlinked', 'forgotten', 'wakeAt', 'recalled', 'paused', 'escalated', 'ended'];
    const said = ['said reply', 'said reminder', 'said service'];
    const timers = ['quiet', 'probe', 'later', 'reminder', 'expiry', 'null'].map((timer) => `timer ${timer}`);
    expect([...met].sort()).toEqual([...events, ...more, ...said, ...timers].sort());
  });

  it('never throws, and the logged inputs give the same session', () => {
    always(({ phone }) => {
      expect(phone.replay()).toEqual(phone.session);
      if (phone.session !== null) expect(restored(saved(phone.session))).toEqual(phone.session);
    });
  });

  it('loses no words: every text is heard once, or is an answer, a command or the word that ends an answer', () => {
    always(({ steps }, { flow }) => {
      for (const { before, input, events } of steps) {
        if (input.kind !== 'text') continue;
        const heard = events.filter((event) => event.kind === 'heard' && event.messageId === input.messageId);
        expect(heard.length).toBeLessThanOrEqual(1);
        const answers = events.some(
          ({ kind }) =>
            kind === 'chose' || kind === 'consented' || kind === 'described' || kind === 'forgotten',
        );
        const asked = before?.at == null ? undefined : stepOf(flow, before.at);
        const apart = asked?.kind === 'equality' || before?.confirming === true;
        expect(heard.length === 1 || answers || apart || isDone(input.text)).toBe(true);
      }
    });
  });

  it('says nothing but service to someone who has stopped, and runs no timer for them', () => {
    always(({ steps }) => {
      for (const { stopped, events, after } of steps) {
        const returns = events.some(({ kind }) => kind === 'returned');
        if (!stopped || returns) continue;
        for (const event of events) if (event.kind === 'said') expect(event.purpose).toBe('service');
        expect(after.wakeAt).toBeNull();
      }
    });
  });

  it('completes every response that is begun, or is still listening to it with a timer running', () => {
    always(({ phone, events }) => {
      const begun = new Set(events.flatMap((event) => (event.kind === 'heard' ? [event.responseId] : [])));
      const whole = new Set(events.flatMap((event) => (event.kind === 'answered' ? [event.responseId] : [])));
      const open = phone.session?.listening?.responseId;
      for (const id of begun) expect(whole.has(id) || id === open).toBe(true);
      if (open !== undefined && !phone.stopped) expect(phone.waits).toBe(true);
    });
  });

  it('agrees to nothing without a plain yes', () => {
    always(({ steps }) => {
      for (const { input, events } of steps) {
        for (const event of events) {
          if (event.kind !== 'consented' || !event.granted) continue;
          expect(['text', 'choice']).toContain(input.kind);
          if (input.kind === 'text')
            expect(numberSaid(input.text) === 1 || yesOrNo(input.text) === 'yes').toBe(true);
          if (input.kind === 'choice') expect(input.value === 'yes' || input.value.endsWith('.0')).toBe(true);
        }
      }
    });
  });

  it('probes an answer at most once each time it is asked for, and never after danger or from a child', () => {
    always(({ steps }) => {
      let sinceAsked = 0;
      for (const { before, events } of steps) {
        for (const event of events) {
          if (event.kind !== 'said') continue;
          if (!/^probe \d+ /m.test(event.text)) {
            if (event.asks) sinceAsked = 0;
            continue;
          }
          sinceAsked += 1;
          expect(sinceAsked).toBe(1);
          expect(before?.distressed).not.toBe(true);
          expect(before?.child).not.toBe(true);
        }
      }
    });
  });

  it('reminds no more often than the flow says, and says once that it has stopped asking', () => {
    always(({ phone, steps }, { flow }) => {
      expect(phone.session?.reminded ?? 0).toBeLessThanOrEqual(flow.reminders.length);
      const numbers = steps.flatMap(({ events }) =>
        events.flatMap((event) => (event.kind === 'wakeAt' ? [event.number] : [])),
      );
      expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
      expect(new Set(numbers).size).toBe(numbers.length);
    });
  });

  it('asks nothing while a person must look first', () => {
    always(({ steps }) => {
      for (const { after, events } of steps) {
        if (after.status !== 'held') continue;
        for (const event of events) if (event.kind === 'said') expect(event.asks).toBe(false);
        expect(after.wakeAt).toBeNull();
      }
    });
  });

  it('sends no notice, consent or care in a language in which nobody has read them', () => {
    always(({ events }, { flow }) => {
      const unread = flow.languages.filter((language) => !flow.reviewed.includes(language));
      for (const event of events) {
        if (event.kind !== 'said') continue;
        for (const language of unread)
          expect(event.text).not.toMatch(
            new RegExp(`^(privacy|cover|signpost|(consent|equality|why) \\d+) ${language}$`, 'm'),
          );
      }
    });
  });
});

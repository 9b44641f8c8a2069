import fc from 'fast-check';
import { type Language, type Localised, languages } from '#domain/words.ts';
import type { Flow, FlowVersion, Step } from '#flow/schema.ts';

/** Texts that say whose they are: "consent 3 pl". */
const texts = (name: string, spoken: readonly Language[]): Localised =>
  Object.fromEntries(spoken.map((language) => [language, `${name} ${language}`]));

interface Shape {
  kind: 'say' | 'open' | 'whoElse' | 'choice' | 'consent' | 'equality' | 'branch';
  /** How many steps further on `next` goes; 0 for no `next`. */
  jump: number;
  choices: number;
  quiet: number | null;
  probe: boolean;
  consent: 'hearBack' | 'quote';
}

const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('say', 'open', 'whoElse', 'choice', 'consent', 'equality', 'branch', 'open'),
  jump: fc.nat(3),
  choices: fc.integer({ min: 2, max: 9 }),
  quiet: fc.constantFrom(null, null, 0, 30, 600),
  probe: fc.boolean(),
  consent: fc.constantFrom('hearBack', 'quote'),
});

/** Any flow that a checked file could hold: it starts with an open question, only ever goes forwards, and ends. */
export const randomFlow: fc.Arbitrary<FlowVersion> = fc
  .record({
    shapes: fc.array(shape, { maxLength: 10 }),
    spoken: fc.uniqueArray(fc.constantFrom(...languages), { minLength: 1, maxLength: 4 }),
    readToo: fc.nat(3),
    nation: fc.constantFrom('england', 'wales', 'scotland', 'northern-ireland'),
    reminders: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 2 }),
    expires: fc.integer({ min: 7, max: 60 }),
    closes: fc.constantFrom('2026-12-31', '2027-12-31', '2025-06-30'),
    hash: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 }),
  })
  .map(({ shapes, spoken, readToo, nation, reminders, expires, closes, hash }): FlowVersion => {
    const first: Shape = { kind: 'open', jump: 0, choices: 2, quiet: null, probe: true, consent: 'quote' };
    const all = [first, ...shapes];
    const idAt = (index: number) => (index >= all.length ? 'end' : `s${index}`);
    const choiceBefore = (index: number) =>
      all.slice(0, index).findLastIndex(({ kind }) => kind === 'choice');
    const steps = all.map((one, index): Step => toStep(one, index, spoken, idAt, choiceBefore(index)));
    const flow: Flow = {
      id: 'random',
      title: texts('title', spoken),
      languages: spoken,
      reviewed: [...new Set([...spoken.slice(0, 1 + readToo)])],
      nation,
      keywords: { en: ['random'] },
      ages: { from: 16 },
      reminders,
      expiresAfterDays: expires,
      frame: {
        opens: '2025-01-01',
        closes,
        stage: 'open question',
        canChange: texts('can', spoken),
        cannotChange: texts('cannot', spoken),
        whoDecides: texts('who', spoken),
        whenDecided: texts('when', spoken),
        lawfulBasis: 'public task',
        holds: [],
      },
      cover: texts('cover', spoken),
      signposts: [{ line: texts('signpost', spoken) }],
      privacy: texts('privacy', spoken),
      quoteBack: false,
      residentReviewers: false,
      codebook: [],
      steps: [...steps, { kind: 'end', id: 'end', text: texts('end', spoken) }],
    };
    return { hash, flow };
  });

function toStep(
  one: Shape,
  index: number,
  spoken: readonly Language[],
  idAt: (index: number) => string,
  choiceBefore: number,
): Step {
  const id = `s${index}`;
  const name = (what: string) => texts(`${what} ${index}`, spoken);
  const next = one.jump === 0 ? {} : { next: idAt(index + one.jump) };
  const quiet = one.quiet === null ? {} : { quietSeconds: one.quiet };
  const choices = Array.from({ length: one.choices }, (_, c) => ({
    id: `c${index}x${c}`,
    label: texts(`label ${index} ${'abcdefghi'[c]}`, spoken),
  }));
  switch (one.kind) {
    case 'say':
      return { kind: 'say', id, text: name('say'), ...next };
    case 'open': {
      const probe = one.probe ? { probe: { ask: name('probe'), underWords: 6 } } : {};
      return { kind: 'open', id, ask: name('open'), topic: name('topic'), ...quiet, ...probe, ...next };
    }
    case 'whoElse':
      return { kind: 'whoElse', id, ask: name('whoElse'), topic: name('topic'), ...quiet, ...next };
    case 'choice':
      return { kind: 'choice', id, ask: name('choice'), choices, ...next };
    case 'consent':
      return { kind: 'consent', id, consent: one.consent, ask: name('consent'), ...next };
    case 'equality':
      return { kind: 'equality', id, ask: name('equality'), why: name('why'), choices, ...next };
    case 'branch':
      if (choiceBefore < 0) return { kind: 'say', id, text: name('say') };
      return {
        kind: 'branch',
        id,
        on: `s${choiceBefore}`,
        cases: { [`c${choiceBefore}x0`]: idAt(index + 1 + one.jump) },
        else: idAt(index + 1),
      };
  }
}

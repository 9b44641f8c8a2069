import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '#domain/segments.ts';
import { outcomeKinds } from '#domain/words.ts';
import { compose, type FollowUpText, weDidLimit } from '#loop/compose.ts';
import { quoteFrom, withDots } from '#loop/quote.ts';
import { organisation } from './consultation.ts';

const followUp = (change: Partial<FollowUpText> = {}): FollowUpText => ({
  organisation,
  kind: 'did',
  weDid: { en: 'there are six new benches.', cy: 'mae chwe mainc newydd.' },
  languages: ['en'],
  told: {
    words: null,
    topic: { en: 'the high street', cy: 'y stryd fawr' },
    at: Date.parse('2026-10-31T23:30:00Z'),
  },
  ...change,
});
const words = (text: string) => ({ text, startAt: null, endAt: null, hidden: [] });

describe('the words', () => {
  test('say what was done, is being done, cannot be done, or was done together', () => {
    const said = outcomeKinds.map((kind) => compose(followUp({ kind })));
    expect(said.map((text) => /2026\. (.*?) there are/.exec(text)?.[1])).toEqual([
      'We did:',
      'We are doing:',
      "We can't, because",
      'We did this together:',
    ]);
  });

  test('name the month by the clock on the wall', () => {
    expect(compose(followUp())).toContain('about the high street in October 2026.');
    const late = { ...followUp().told, at: Date.parse('2026-06-30T23:30:00Z') };
    expect(compose(followUp({ told: late }))).toContain('in July 2026.');
    expect(compose(followUp({ languages: ['cy'] }))).toContain('am y stryd fawr ym mis Hydref 2026.');
  });

  test('come in the language there is, where the other one was not written', () => {
    const english = { en: 'there are six new benches.' };
    expect(compose(followUp({ languages: ['cy'], weDid: english }))).toContain(
      'Gwnaethom hyn: there are six new benches.',
    );
    expect(compose(followUp({ languages: ['cy', 'en'], weDid: english }))).not.toContain('Cyngor');
  });

  test('hold what residents wrote as they wrote it, braces and angle brackets too', () => {
    const text = 'I <b>love</b> {name} & "quotes" \'here\'';
    const told = { ...followUp().told, words: words(text) };
    expect(compose(followUp({ told }))).toContain(text);
  });

  test('give up on a quote that is only white space', () => {
    const told = { ...followUp().told, words: words(' \n ') };
    expect(compose(followUp({ told }))).toContain('You told us about the high street');
  });

  test('cost three segments where what was done leaves room', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), fc.integer({ min: 1, max: 120 }), (text, length) => {
        const told = { ...followUp().told, words: words(text.replace(/[^A-Za-z0-9 .,]/g, 'x')) };
        const message = compose(followUp({ told, weDid: { en: 'w'.repeat(length) } }));
        expect(segmentsOf(message).count).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('are never over 1,600 characters, and whole up to the limit for officers', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 2000 });
    fc.assert(
      fc.property(anything, anything, fc.boolean(), (said, done, bilingual) => {
        const weDid = { en: done || 'x', cy: done || 'x' };
        const told = { ...followUp().told, words: words(said) };
        const message = compose(followUp({ weDid, told, languages: bilingual ? ['cy', 'en'] : ['en'] }));
        expect(message.length).toBeLessThan(1600);
        if (done.length <= weDidLimit) expect(message).toContain(done);
      }),
    );
    const huge = compose(
      followUp({ weDid: { en: 'word '.repeat(500), cy: 'gair '.repeat(500) }, languages: ['cy', 'en'] }),
    );
    expect(huge.length).toBeLessThan(1600);
    expect(huge.length).toBeGreaterThan(1500);
    expect(huge.match(/STOP/g)).toHaveLength(2);
  });
});

describe('a quote', () => {
  test('is a verbatim slice, whatever the words, the span and the length', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.lorem({ maxCount: 60 }),
    );
    fc.assert(
      fc.property(
        anything,
        fc.option(fc.tuple(fc.integer({ min: -5, max: 450 }), fc.integer({ min: -5, max: 450 }))),
        fc.integer({ min: 12, max: 200 }),
        (text, span, longest) => {
          const quote = quoteFrom(
            text,
            { startAt: span?.[0] ?? null, endAt: span?.[1] ?? null },
            longest,
            [],
          );
          if (quote === null) return;
          expect(text).toContain(quote.words);
          expect(quote.words.length).toBeLessThanOrEqual(longest);
          expect(quote.words.trim()).toBe(quote.words);
          expect(quote.words).not.toBe('');
          if (text.isWellFormed()) expect(quote.words.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('ends between words, and its dots stand outside it', () => {
    const text = 'The bus never comes on Sundays and the shelter leaks when it rains.';
    const quote = quoteFrom(text, { startAt: 4, endAt: text.length }, 30, [])!;
    expect(quote).toEqual({ words: 'bus never comes on Sundays and', before: true, after: true });
    expect(withDots(quote)).toBe('...bus never comes on Sundays and...');
    expect(withDots(quoteFrom(text, { startAt: null, endAt: null }, 100, [])!)).toBe(text);
  });

  test('is all they said where the evidence alone says too little', () => {
    const text = 'I cannot get home after eight because of the buses.';
    expect(quoteFrom(text, { startAt: 45, endAt: 50 }, 160, [])?.words).toBe(text);
  });

  test('never splits a character', () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
    const quote = quoteFrom(family.repeat(10), { startAt: null, endAt: null }, 30, [])!;
    expect(quote.words).toBe(family.repeat(3));
  });
});

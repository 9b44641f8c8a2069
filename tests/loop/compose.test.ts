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

  test('end what was done before they ask, and glue no dot to a link', () => {
    const ask = 'Reply to tell us if this is right.';
    const done = (en: string) => compose(followUp({ weDid: { en } }));
    expect(done('there are six new benches')).toContain(`there are six new benches. ${ask}`);
    expect(done('is six enough?')).toContain(`is six enough? ${ask}`);
    expect(done('see https://example.org/benches')).toContain(`see https://example.org/benches\n${ask}`);
    expect(compose(followUp({ weDid: { en: 'there are six' }, byHand: true }))).toMatch(/there are six\.$/);
  });

  test('say what residents wrote once, in whatever languages the rest comes', () => {
    const said = 'Dim lle i eistedd yma.';
    const told = { ...followUp().told, words: words(said) };
    const [welsh, english] = compose(followUp({ told, languages: ['cy', 'en'] })).split('\n\n');
    expect(welsh).toContain(`Dywedoch wrthym: "${said}" Gwnaethom hyn:`);
    expect(english).toContain('You told us about the high street in October 2026. We did:');
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
        if (done.length <= weDidLimit) expect(message).toContain(done.trimEnd());
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

  test('that lacks only its full stop is whole', () => {
    const text = 'There is no crossing by the surgery.';
    const quote = quoteFrom(text, { startAt: null, endAt: null }, text.length - 1, []);
    expect(quote).toEqual({ words: text.slice(0, -1), before: false, after: false });
    expect(quoteFrom(text, { startAt: null, endAt: null }, text.length - 2, [])).toMatchObject({
      after: true,
    });
  });

  test('ends between words where no clause ends, and its dots stand outside it', () => {
    const text = 'The bus never comes on Sundays and the shelter leaks when it rains.';
    const quote = quoteFrom(text, { startAt: 4, endAt: text.length }, 40, [])!;
    expect(quote).toEqual({ words: 'bus never comes on Sundays and the', before: true, after: true });
    expect(withDots(quote)).toBe('...bus never comes on Sundays and the...');
    expect(withDots(quoteFrom(text, { startAt: null, endAt: null }, 100, [])!)).toBe(text);
  });

  const at = (text: string, evidence: string) => ({
    startAt: text.indexOf(evidence),
    endAt: text.indexOf(evidence) + evidence.length,
  });
  test.each([
    {
      is: 'the sentence that its evidence stands in',
      text: 'I like the park. In winter, the paths are dark and icy. Nobody grits them!',
      evidence: 'the paths are dark and icy',
      quote: 'In winter, the paths are dark and icy.',
    },
    {
      is: 'the message that its evidence stands in',
      text: 'i like the park\nin winter the paths are dark and icy\nnobody grits them',
      evidence: 'the paths are dark and icy',
      quote: 'in winter the paths are dark and icy',
    },
    {
      is: 'all the sentences that its evidence runs over',
      text: 'I like the park. The paths are icy. Nobody grits them! I fell.',
      evidence: 'paths are icy. Nobody grits',
      quote: 'The paths are icy. Nobody grits them!',
    },
    {
      is: 'the clause, where the sentence is too long',
      text: 'I have lived here for forty years and have never seen it so bad, because the paths are dark and icy, nobody grits them, and then my neighbour fell down and broke her wrist',
      evidence: 'paths are dark and icy',
      quote: '...because the paths are dark and icy...',
    },
    {
      is: 'as many clauses of the evidence as fit',
      text: 'The paths are dark and icy, nobody grits them and nobody ever comes to look, and then my neighbour fell down and broke her wrist and had to go to the hospital in a taxi because no bus came',
      evidence:
        'The paths are dark and icy, nobody grits them and nobody ever comes to look, and then my neighbour fell',
      quote: 'The paths are dark and icy, nobody grits them and nobody ever comes to look...',
    },
    {
      is: 'whole over what only looks like an end',
      text: 'It is dark by St. Mary in Mill Rd (no lights since 3.30) and it costs £3.50. Mend it.',
      evidence: 'Mary in Mill Rd (no lights since 3.30)',
      quote: 'It is dark by St. Mary in Mill Rd (no lights since 3.30) and it costs £3.50.',
    },
    {
      is: 'with its quotation marks',
      text: 'They said "no more buses." Then the bus stop was taken away as well.',
      evidence: 'no more buses',
      quote: 'They said "no more buses."',
    },
    {
      is: 'no sentence twice, where a message came twice',
      text: 'There is nowhere to sit!\nthere is nowhere to sit\nAnd it rains in.',
      evidence: 'There is nowhere to sit!\nthere is nowhere to sit\nAnd it rains in.',
      quote: 'There is nowhere to sit!',
    },
    {
      is: 'more than the one word that they said again',
      text: 'No. No. The bus never comes on Sundays and I cannot get to work.',
      evidence: 'No. No. The bus never comes on Sundays and I cannot get to work.',
      quote: 'No. The bus never comes on Sundays and I cannot get to work.',
    },
    {
      is: 'what they called for help about',
      text: 'Help! Help! The stairs in our block are broken and my mother cannot get out any more since the spring, and nobody comes.',
      evidence: 'Help!',
      quote:
        'Help! The stairs in our block are broken and my mother cannot get out any more since the spring...',
    },
    {
      is: 'the message after one that came twice',
      text: 'Buses\nbuses\nThe last bus is at six and I work until seven.',
      evidence: 'Buses\nbuses\nThe last bus is at six',
      quote: 'buses\nThe last bus is at six and I work until seven.',
    },
    {
      is: 'all of it, where they said nothing but the same',
      text: 'Seats. Seats. Seats. Seats.',
      evidence: 'Seats',
      quote: 'Seats. Seats. Seats. Seats.',
    },
    {
      is: 'more than the one word before a blank, in a language that has none',
      text: `Bus ${'公交车星期天从来不来我没有办法去上班'.repeat(8)}`,
      evidence: '公交车',
      quote: `Bus ${'公交车星期天从来不来我没有办法去上班'.repeat(8)}`.slice(0, 110).concat('...'),
    },
    { is: 'no word twice, however short', text: 'Seats\nSeats', evidence: 'Seats', quote: 'Seats' },
    {
      is: 'of what the evidence alone says too little, its sentence',
      text: 'I have lived here all my life. I cannot get home because of the buses. Goodbye.',
      evidence: 'buses',
      quote: 'I cannot get home because of the buses.',
    },
    {
      is: 'in Urdu and in Bengali as in English',
      text: 'مجھے پارک پسند ہے۔ سردیوں میں راستے اندھیرے ہوتے ہیں۔ শীতে রাস্তা খুব অন্ধকার থাকে। ধন্যবাদ।',
      evidence: 'রাস্তা খুব অন্ধকার থাকে',
      quote: 'শীতে রাস্তা খুব অন্ধকার থাকে।',
    },
  ])('is $is', ({ text, evidence, quote }) => {
    const found = quoteFrom(text, at(text, evidence), 110, []);
    expect(found === null ? null : withDots(found)).toBe(quote);
  });

  test('of a long row of dots is found at once', () => {
    const text = `${'.'.repeat(60_000)}x ${'?"'.repeat(20_000)}x`;
    const start = performance.now();
    expect(text).toContain(quoteFrom(text, { startAt: null, endAt: null }, 160, [])?.words);
    expect(performance.now() - start).toBeLessThan(1000);
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrences } from '#domain/occurrences.ts';

const found = (text: string, words: string) =>
  occurrences(text, words).map(({ start, end }) => text.slice(start, end));

describe('the same words', () => {
  test.each([
    ['zoëlla and ZOËLLA and zoe\u0308lla and ZOE\u0308LLA', 'zoëlla', 4],
    ['zo\u200bë\u00adlla, zoe\u200b\u0308lla', 'Zoëlla', 2],
    ['The Old  Forge, the old\nforge, the\u00a0old forge', 'the Old Forge', 3],
    ['Straße, STRASSE', 'straße', 2],
    ["O’Brien and o'brien", "O'Brien", 2],
    ['ＡＮＮ and Ann', 'ann', 2],
    ['পাপ্পু আর পাপ্পু', 'পাপ্পু', 2],
  ])('are found however they are written, in %j', (text, words, times) => {
    expect(found(text, words)).toHaveLength(times);
  });

  test('are cut as they stand there, with what nobody sees', () => {
    expect(found('Ask ZOE\u0308LLA\u200b, or zo\u200bëlla.', 'zoëlla')).toEqual([
      'ZOE\u0308LLA\u200b',
      'zo\u200bëlla',
    ]);
  });

  test.each([
    ['Jones and jojo', 'jo'],
    ['zoella', 'zoëlla'],
    ['a\u200bnn', 'nn'],
    ['straße', 'stras'],
    ['Ann', '\u200b'],
    ['Ann', ''],
  ])('are not found as a part of others, nor other words: %j has no %j', (text, words) => {
    expect(found(text, words)).toEqual([]);
  });
});

test('a stretch between blanks is found at least where it stands, within the text and without overlap', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('é', 'e\u0301', '\u200b', 'ß', 'İ', '👨‍👩‍👧', '\ufb01', ' ', '\n'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), piece, (pieces, words) => {
      const text = `${pieces.join('')} ${words} ${pieces.join('')}`;
      let until = 0;
      for (const { start, end } of occurrences(text, words)) {
        expect(start).toBeGreaterThanOrEqual(until);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        until = end;
      }
      if (words === 'é') expect(occurrences(text, words).length).toBeGreaterThan(0);
    }),
  );
});

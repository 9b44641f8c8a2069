import fc from 'fast-check';
import { expect, it } from 'vitest';
import { split } from '#conversation/split.ts';

it('cuts between paragraphs, then sentences, then words', () => {
  expect(split('One thing.\n\nAnother thing.', 16)).toEqual(['One thing.', 'Another thing.']);
  expect(split('One thing. Another thing.', 16)).toEqual(['One thing.', 'Another thing.']);
  expect(split('one two three four', 10)).toEqual(['one two', 'three four']);
  expect(split('short', 10)).toEqual(['short']);
});

it('loses nothing but white space, keeps to the limit, and never halves a character', () => {
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n\n', '. ', '😀😀😀')))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 60 }), (whole, most) => {
      const pieces = split(whole, most);
      const bare = (words: string) => words.replace(/\s/gu, '');
      expect(bare(pieces.join(''))).toBe(bare(whole));
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(most);
        if (whole.isWellFormed()) expect(piece.isWellFormed()).toBe(true);
      }
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST, type Shown, suppress } from '#review/disclosure.ts';

test.each<[what: string, counts: number[], shown: Shown[] | null]>([
  ['nine people in all', [5, 4], null],
  ['everybody gave enough answers', [12, 30, 10], [12, 30, 10]],
  ['one small answer would be the total less the rest', [3, 12, 25], ['few', 'hidden', 25]],
  ['two small answers that add up to few', [2, 1, 40, 17], ['few', 'few', 40, 'hidden']],
  ['two small answers that together are enough people', [6, 5, 40], ['few', 'few', 40]],
  ['two that can only both be nine', [9, 9, 12, 30], ['few', 'few', 'hidden', 30]],
  ['an answer that nobody gave is no news', [0, 20, 20], ['few', 'hidden', 20]],
  ['everybody says the same', [20, 0, 0], ['hidden', 'few', 'few']],
  ['ten people, and everybody says the same', [10, 0, 0], null],
])('%s', (_what, counts, shown) => {
  expect(suppress(counts)).toEqual(shown);
});

/** Every number of people that this answer could stand for, for whoever knows the page and the total. */
function possible(shown: readonly Shown[], total: number, place: number): number[] {
  const rest = shown.reduce<number>((sum, one) => (typeof one === 'number' ? sum - one : sum), total);
  const others = shown.filter((one, index) => typeof one !== 'number' && index !== place);
  const least = others.filter((one) => one === 'hidden').length * FEWEST;
  const most = others.includes('hidden') ? rest : others.length * (FEWEST - 1);
  return Array.from({ length: FEWEST }, (_, count) => count).filter(
    (count) => rest - count >= least && rest - count <= most,
  );
}

test('no small count can be worked out from what is shown', () => {
  const counts = fc.array(fc.oneof(fc.nat(12), fc.nat(60)), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(counts, (given) => {
      const shown = suppress(given);
      if (shown === null) return;
      const total = given.reduce((sum, count) => sum + count, 0);
      for (const [place, one] of shown.entries()) {
        if (typeof one === 'number') expect(one).toBeGreaterThanOrEqual(FEWEST);
        if (one === 'few') expect(possible(shown, total, place).length).toBeGreaterThanOrEqual(5);
      }
      // Nor what all that are left out add up to, where they are few together.
      const leftOut = given.filter((_, place) => typeof shown[place] !== 'number');
      if (leftOut.length > 0)
        expect(leftOut.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(FEWEST);
    }),
    { numRuns: 2000 },
  );
});

import { describe, expect, test } from 'vitest';
import {
  cellsOf,
  exactly,
  f1,
  type Judged,
  kappa,
  named,
  pooledKappa,
  rate,
  sampleF1,
  turned,
} from '#theming/agreement.ts';

const cells = (both: number, one: number, other: number, neither: number) => ({ both, one, other, neither });
const among = ['light', 'benches', 'buses'];
const judged = (one: string[], other: string[]): Judged => ({ one, other, among });

// Worked by hand: alike 1, 2/3, 0 and 1.
const four = [
  judged(['light'], ['light']),
  judged(['light', 'benches'], ['benches']),
  judged(['buses'], ['light']),
  judged([], []),
];

/** The same pairs over and over. */
const many = (pairs: Judged[], times: number) => Array.from({ length: times }, () => pairs).flat();

describe('by hand', () => {
  test('sample-F1 is the mean over the responses; to name no theme, both of them, is to agree', () => {
    expect(four.map(f1)).toEqual([1, 2 / 3, 0, 1]);
    expect(sampleF1(four)?.value).toBeCloseTo((1 + 2 / 3 + 1) / 4, 12);
    expect(exactly(four)).toMatchObject({ hits: 2, of: 4, value: 0.5 });
  });

  test('of what one names, how much the other names', () => {
    expect(named(four)?.value).toBeCloseTo(2 / 3, 12);
    expect(named(turned(four))?.value).toBe(0.5);
    expect(named([judged(['light'], [])])).toBeNull();
  });

  test('each theme is a question of its own', () => {
    expect(cellsOf(four, 'light')).toEqual(cells(1, 1, 1, 1));
    expect(cellsOf(four, 'benches')).toEqual(cells(1, 0, 0, 3));
    expect(cellsOf(four, 'buses')).toEqual(cells(0, 1, 0, 3));
  });

  test('one kappa over all of them: 2 both, 2 and 1 alone, 7 neither', () => {
    // Observed 9/12, by chance (4*3 + 8*9)/144: (0.75 - 84/144) / (1 - 84/144) = 0.4.
    expect(pooledKappa(four)).toMatchObject({ kind: 'estimate', value: expect.closeTo(0.4, 12) });
  });
});

// The first three are Wikipedia's examples of Cohen's kappa; the last three are the diagnoses of Fleiss, Statistical
// Methods for Rates and Proportions, one against the rest (.69, .50, .77). Intervals: statsmodels 0.14, cohens_kappa.
test.each([
  [cells(20, 5, 10, 15), 0.4, 0.151092, 0.648908],
  [cells(45, 15, 25, 15), 0.130435, -0.062938, 0.323808],
  [cells(25, 35, 5, 35), 0.259259, 0.108029, 0.41049],
  [cells(75, 5, 5, 15), 0.6875, 0.507378, 0.867622],
  [cells(4, 6, 1, 89), 0.5, 0.185006, 0.814994],
  [cells(10, 0, 5, 85), 0.772727, 0.583643, 0.961812],
])('%o gives the published kappa %d and its interval', (given, value, low, high) => {
  expect(kappa(given)).toEqual({
    kind: 'estimate',
    value: expect.closeTo(value, 5),
    low: expect.closeTo(low, 5),
    high: expect.closeTo(high, 5),
  });
});

// statsmodels 0.14, proportion_confint with method "wilson".
test.each([
  [8, 10, 0.490162, 0.943318],
  [45, 60, 0.627679, 0.842235],
  [0, 30, 0, 0.113513],
  [30, 30, 0.886487, 1],
])('%d of %d lies between the published bounds', (hits, of, low, high) => {
  const found = rate(hits, of);
  expect(found).toMatchObject({ low: expect.closeTo(low, 5), high: expect.closeTo(high, 5) });
});

describe('where nothing varies', () => {
  test('a share of none is none', () => {
    expect(rate(0, 0)).toBeNull();
    expect(sampleF1([])).toBeNull();
    expect(exactly([])).toBeNull();
  });

  test('nobody ever named it, or both always did: kappa is not defined, and says so', () => {
    for (const given of [cells(0, 0, 0, 40), cells(40, 0, 0, 0), cells(0, 0, 0, 0)])
      expect(kappa(given)).toEqual({ kind: 'unsaid' });
    expect(pooledKappa([])).toEqual({ kind: 'unsaid' });
    expect(pooledKappa(many([judged([], [])], 40))).toEqual({ kind: 'unsaid' });
  });

  test('they never differed: no interval is made up', () => {
    expect(kappa(cells(10, 0, 0, 30))).toEqual({ kind: 'same' });
    expect(pooledKappa(many([judged(['light'], ['light'])], 40))).toEqual({ kind: 'same' });
  });

  test('one of them always says yes: no better than chance', () => {
    expect(kappa(cells(10, 0, 30, 0))).toMatchObject({ kind: 'estimate', value: 0 });
  });
});

describe('intervals over responses', () => {
  test('are the same each time, hold the value, and narrow as there are more', () => {
    const few = pooledKappa(many(four, 10));
    const more = pooledKappa(many(four, 100));
    expect(pooledKappa(many(four, 10))).toEqual(few);
    for (const found of [few, more]) {
      if (found.kind !== 'estimate') throw new Error('There is an interval.');
      expect(found.low).toBeLessThan(found.value);
      expect(found.high).toBeGreaterThan(found.value);
    }
    const width = (found: typeof few) => (found.kind === 'estimate' ? found.high - found.low : 0);
    expect(width(more) / width(few)).toBeCloseTo(1 / Math.sqrt(10), 1);
  });

  test('of a mean are about what the formula for means says', () => {
    const found = sampleF1(many(four, 25));
    // The four values' standard deviation is 0.4082; over 100 of them 1.96 times a tenth of it.
    expect(found?.low).toBeCloseTo(2 / 3 - 1.96 * 0.0408, 2);
    expect(found?.high).toBeCloseTo(2 / 3 + 1.96 * 0.0408, 2);
    expect(sampleF1(many([judged(['light'], ['light'])], 30))).toMatchObject({
      value: 1,
      low: expect.closeTo(0.886487, 5),
      high: 1,
    });
  });

  test('of one question a response are what the large-sample formula gives', () => {
    const one = (said: boolean, meant: boolean): Judged => ({
      ...{ one: said ? ['light'] : [], other: meant ? ['light'] : [] },
      among: ['light'],
    });
    const pairs = [
      ...many([one(true, true)], 75),
      ...many([one(true, false)], 5),
      ...many([one(false, true)], 5),
      ...many([one(false, false)], 15),
    ];
    const found = pooledKappa(pairs);
    expect(found).toMatchObject({ low: expect.closeTo(0.507, 1), high: expect.closeTo(0.868, 1) });
  });

  test('are wider than if the themes of a response had nothing to do with each other', () => {
    const tied = many([judged(among, among), judged([], []), judged(among, []), judged([], [])], 15);
    const over = pooledKappa(tied);
    const each = kappa(cells(45, 45, 0, 90));
    if (over.kind !== 'estimate' || each.kind !== 'estimate') throw new Error('There are intervals.');
    expect(over.value).toBeCloseTo(each.value, 12);
    expect(over.high - over.low).toBeGreaterThan(1.4 * (each.high - each.low));
  });
});

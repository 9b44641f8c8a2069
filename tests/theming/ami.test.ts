import { expect, test } from 'vitest';
import { adjustedMutualInformation } from '#theming/ami.ts';

const labels = (text: string) => text.split('');

test('two ways of grouping that are the same agree wholly, whatever the groups are called', () => {
  expect(adjustedMutualInformation(labels('0011'), labels('bbaa'))).toBeCloseTo(1, 12);
});

test('one group for all agrees with nothing', () => {
  expect(adjustedMutualInformation(labels('0000'), labels('0123'))).toBeCloseTo(0, 12);
});

test('it is what scikit-learn says of the example in its user guide', () => {
  expect(adjustedMutualInformation(labels('000111'), labels('001122'))).toBeCloseTo(0.29879245817089, 12);
});

test('nothing to group is grouped alike', () => {
  expect(adjustedMutualInformation([], [])).toBe(1);
});

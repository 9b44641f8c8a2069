import { describe, expect, test } from 'vitest';
import { flowHash } from '#flow/hash.ts';
import { flowOf, good } from './good-flow.ts';

describe('the hash of a flow', () => {
  const hash = (source: string) => flowHash(flowOf(source));

  test('is 16 hexadecimal digits', () => expect(hash(good)).toMatch(/^[0-9a-f]{16}$/));
  test('stays when only the file looks different', () =>
    expect(hash(good.replace('nation: wales\n', '').concat('nation: wales # moved\n'))).toBe(hash(good)));
  test('stays when the codebook changes', () =>
    expect(hash(good.replace('It is slow', 'Slow'))).toBe(hash(good)));
  test('stays where resident reviewers are not let in, as before anybody could be', () =>
    expect(hash(`${good}\nresidentReviewers: false\n`)).toBe(hash(good)));
  test.each([
    ['a question', 'Tell us about it.', 'Tell us more.'],
    ['the frame', 'closes: 2027-12-31', 'closes: 2027-12-30'],
    ['the privacy text', 'We use it well.', 'We use it.'],
    ['the way on', 'ride: bus', 'ride: bus\n      walk: bus'],
    ['who reads it', 'quoteBack: true', 'quoteBack: true\nresidentReviewers: true'],
    ['what goes back', 'quoteBack: true', 'quoteBack: false'],
  ])('changes with %s', (_, from, to) => expect(hash(good.replace(from, to))).not.toBe(hash(good)));
});

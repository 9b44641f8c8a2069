import { describe, expect, test } from 'vitest';
import { ended, endedBefore } from '#texts/ended.ts';

describe('what officers wrote, before the next sentence', () => {
  test.each([
    ['there are six new benches', 'there are six new benches.'],
    ['there are six new benches ', 'there are six new benches.'],
    ['they open at 9 a.m', 'they open at 9 a.m.'],
    ['there are six new benches (two with backs)', 'there are six new benches (two with backs).'],
    ['people said "more seats"', 'people said "more seats".'],
    ['it costs £3.50', 'it costs £3.50.'],
    ['چھ نئے بینچ لگ گئے ہیں', 'چھ نئے بینچ لگ گئے ہیں۔'],
    ['ছয়টি নতুন বেঞ্চ বসানো হয়েছে', 'ছয়টি নতুন বেঞ্চ বসানো হয়েছে।'],
  ])('gets a full stop of its script: %s', (written, whole) => {
    expect(ended(written)).toBe(whole);
    expect(endedBefore(written, 'Next.')).toBe(`${whole} Next.`);
  });

  test.each([
    'there are six new benches.',
    'is six enough?',
    'six new benches!',
    'we are still looking…',
    'we are still looking...',
    'people said "more seats."',
    'people said “more seats!”',
    '(two have backs.)',
    'six new benches \u{1f389}',
    'thumbs up \u{1f44d}\u{1f3fd}',
    'چھ نئے بینچ لگ گئے ہیں۔',
    'کیا یہ کافی ہے؟',
    'ছয়টি নতুন বেঞ্চ বসানো হয়েছে।',
  ])('keeps the end that it has: %s', (written) => {
    expect(ended(written)).toBe(written);
    expect(endedBefore(written, 'Next.')).toBe(`${written} Next.`);
  });

  test.each([
    'read more at https://example.org/benches',
    'read more at HTTPS://EXAMPLE.ORG/?a=1&b=2',
    'read more at www.example.org',
    'read more at example.org/benches',
    'read more (https://example.org/benches)',
    'write to us at benches@example.org',
    'here is what we did:',
    'benches, bins, lights,',
  ])('has a line to itself where no dot may follow: %s', (written) => {
    expect(ended(written)).toBe(written);
    expect(endedBefore(written, 'Next.')).toBe(`${written}\nNext.`);
  });
});

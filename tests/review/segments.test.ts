import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segments } from '#web/console/response/segments.ts';

test('evidence is marked, and overlapping evidence once', () => {
  const text = 'The pavement is broken and dark';
  expect(segments(text, [])).toEqual([{ text, marked: false }]);
  expect(
    segments(text, [
      { startAt: 16, endAt: 22 },
      { startAt: 4, endAt: 18 },
      { startAt: 27, endAt: 31 },
      { startAt: null, endAt: null },
      { startAt: 20, endAt: 99 },
    ]),
  ).toEqual([
    { text: 'The ', marked: false },
    { text: 'pavement is broken', marked: true },
    { text: ' and ', marked: false },
    { text: 'dark', marked: true },
  ]);
});

test('whatever the spans, joined again it is the whole text', () => {
  const span = fc.record({
    startAt: fc.integer({ min: -2, max: 40 }),
    endAt: fc.integer({ min: -2, max: 40 }),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(span), (text, spans) => {
      expect(
        segments(text, spans)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

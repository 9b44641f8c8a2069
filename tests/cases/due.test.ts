import { expect, test } from 'vitest';
import { dueAt } from '#cases/due.ts';
import { caseKinds } from '#domain/words.ts';

const at = (iso: string) => Date.parse(iso);
const DAY = 24 * 60 * 60 * 1000;

test('what may be danger is due at once', () => {
  expect(dueAt('safeguarding', 5)).toBe(5);
  expect(dueAt('child', 5)).toBe(5);
});

test.each([
  ['a Friday noon', '2026-11-20T12:00:00Z', '2026-11-23T17:00:00Z'],
  ['a Saturday', '2026-11-21T12:00:00Z', '2026-11-23T17:00:00Z'],
  ['a Sunday', '2026-11-22T23:59:00Z', '2026-11-23T17:00:00Z'],
  ['a Monday', '2026-11-23T00:00:00Z', '2026-11-24T17:00:00Z'],
  ['a summer evening that is tomorrow in London', '2026-07-06T23:30:00Z', '2026-07-08T16:00:00Z'],
  ['the Friday before the clocks go forward', '2027-03-26T12:00:00Z', '2027-03-29T16:00:00Z'],
  ['the Friday before the clocks go back', '2026-10-23T12:00:00Z', '2026-10-26T17:00:00Z'],
])('what nobody could read on %s is due at five in London on the next working day', (_when, now, due) => {
  expect(new Date(dueAt('media', at(now))).toISOString()).toBe(new Date(at(due)).toISOString());
  expect(dueAt('unread', at(now))).toBe(at(due));
});

test('whoever asks for a person is not kept waiting either', () => {
  expect(dueAt('question', at('2026-11-20T12:00:00Z'))).toBe(at('2026-11-23T17:00:00Z'));
});

test('everything else has 28 days', () => {
  const sooner = ['safeguarding', 'child', 'question', 'media', 'unread'];
  for (const kind of caseKinds.filter((one) => !sooner.includes(one))) expect(dueAt(kind, 0)).toBe(28 * DAY);
});

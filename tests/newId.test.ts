import { expect, test, vi } from 'vitest';
import { uuids } from '#newId.ts';

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('ids are UUIDs of version 7, each once, and sort in the order they were made', () => {
  const newId = uuids();
  const made = Array.from({ length: 5000 }, () => newId());
  expect(made.every((id) => version7.test(id))).toBe(true);
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
});

test('a clock that is set back does not set ids back', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 12) });
  try {
    const newId = uuids();
    const before = newId();
    vi.setSystemTime(Date.UTC(2026, 10, 20, 11));
    const after = newId();
    expect([after, before].sort()).toEqual([before, after]);
  } finally {
    vi.useRealTimers();
  }
});

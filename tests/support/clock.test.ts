import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { testClock, testIds } from './clock.ts';

test('the clock moves only when told to', () => {
  const clock = testClock(1_000);
  expect(clock.now()).toBe(1_000);
  clock.advance(500);
  expect(clock.now()).toBe(1_500);
  clock.advance(-700);
  expect(clock.now()).toBe(800);
  clock.set(5);
  expect(clock.now()).toBe(5);
});

test('ids are UUIDs of version 7, sort by age, and follow from the seed', () => {
  const newId = testIds('a');
  const ids = Array.from({ length: 2_000 }, () => newId());
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);

  const again = testIds('a');
  expect(ids.slice(0, 3)).toEqual([again(), again(), again()]);
  expect(testIds('b')()).not.toBe(ids[0]);
});

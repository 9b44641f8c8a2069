import { describe, expect, test } from 'vitest';
import { firstStep, nextAfter, stepOf } from '#flow/find.ts';
import { flowOf, good } from './good-flow.ts';

describe('finding the way', () => {
  const flow = flowOf(good);
  const onFrom = (id: string, chosen?: string) => nextAfter(flow, id, chosen)?.id;

  test('starts at the first step', () => expect(firstStep(flow)?.id).toBe('first'));
  test('goes on to the step below', () => expect(onFrom('first')).toBe('how'));
  test('goes where the choice says', () => expect(onFrom('how', 'stay')).toBe('thanks'));
  test('goes on where the choice says nothing', () => expect(onFrom('how', 'ride')).toBe('by-how'));
  test('takes the case of a branch', () => expect(onFrom('by-how', 'ride')).toBe('bus'));
  test('takes else for every other choice', () => expect(onFrom('by-how', 'walk')).toBe('thanks'));
  test('takes else where nothing was chosen', () => expect(onFrom('by-how')).toBe('thanks'));
  test('stops at an end', () => expect(onFrom('thanks')).toBeUndefined());
  test('knows no step of another flow', () => {
    expect(stepOf(flow, 'elsewhere')).toBeUndefined();
    expect(onFrom('elsewhere')).toBeUndefined();
  });
});

import { expect, test } from 'vitest';
import { categories, detect } from '#safeguarding/detect.ts';
import { corpus, type Half } from './corpus.ts';

/**
 * What is really reached, rounded down: a change to the phrases that loses ground must say so here. The half that was
 * held out is what to expect of messages that nobody has thought of; most of its benign ones were written as traps.
 */
const floors: Record<Half, { precision: number; recall: number }> = {
  tuning: { precision: 0.99, recall: 0.95 },
  heldOut: { precision: 0.94, recall: 0.83 },
};

const judged = corpus().map((message) => ({ ...message, found: detect(message.text)?.category ?? 'benign' }));

test('the corpus has at least 1,500 messages, and a good part of each half is danger', () => {
  expect(judged.length).toBeGreaterThanOrEqual(1_500);
  expect(new Set(judged.map(({ text }) => text)).size).toBe(judged.length);
  for (const half of ['tuning', 'heldOut'] as const) {
    const danger = judged.filter((message) => message.half === half && message.group !== 'benign');
    expect(danger.length / judged.filter((message) => message.half === half).length).toBeGreaterThan(0.4);
    expect(new Set(danger.map(({ group }) => group))).toEqual(new Set(categories));
  }
});

test.each(['tuning', 'heldOut'] as const)('the gate keeps its precision and recall on %s', (half) => {
  const of = judged.filter((message) => message.half === half);
  const danger = of.filter(({ group }) => group !== 'benign');
  const answered = of.filter(({ found }) => found !== 'benign');
  const right = danger.filter(({ found }) => found !== 'benign');
  expect(right.length / danger.length).toBeGreaterThanOrEqual(floors[half].recall);
  expect(right.length / answered.length).toBeGreaterThanOrEqual(floors[half].precision);
});

import { expect, test } from 'vitest';
import { corpus } from './redaction-corpus/corpus.ts';
import { measureRedaction } from './redaction-corpus/measure.ts';

const figures = measureRedaction();

test('the corpus has at least 300 places to hide, 150 traps and six languages, and half of it is held out', () => {
  const messages = corpus();
  expect(new Set(messages.map(({ text }) => text)).size).toBe(messages.length);
  expect(new Set(messages.map(({ language }) => language))).toEqual(
    new Set(['en', 'cy', 'pl', 'ro', 'bn', 'ur']),
  );
  expect(figures.spans).toBeGreaterThanOrEqual(300);
  expect(figures.traps).toBeGreaterThanOrEqual(150);
  expect(figures.heldOut.spans).toBeGreaterThanOrEqual(140);
});

/**
 * What is really reached, rounded down: a change to the rules that loses ground must say so here. Names are only
 * suggested. All of it had one author, so messages of others will do worse.
 */
const floors = {
  all: { precision: 0.98, recall: 0.98, names: { precision: 0.92, recall: 0.95 } },
  heldOut: { precision: 0.96, recall: 0.97, names: { precision: 0.92, recall: 0.95 } },
};

test.each([
  { half: 'all' as const, of: figures },
  { half: 'heldOut' as const, of: figures.heldOut },
])('redaction keeps its precision and recall: $half', ({ half, of }) => {
  const { precision, recall, names } = floors[half];
  expect(of.precision).toBeGreaterThanOrEqual(precision);
  expect(of.recall).toBeGreaterThanOrEqual(recall);
  expect(of.byKind.name?.precision).toBeGreaterThanOrEqual(names.precision);
  expect(of.byKind.name?.recall).toBeGreaterThanOrEqual(names.recall);
  expect(of.trapsLeftAlone / of.traps).toBeGreaterThanOrEqual(0.97);
});

test.each(['phone', 'email', 'postcode', 'nhsNumber', 'niNumber', 'card', 'link', 'address'] as const)(
  'of the %s marks nearly all are hidden',
  (kind) => {
    expect(figures.byKind[kind]?.spans).toBeGreaterThanOrEqual(10);
    expect(figures.byKind[kind]?.recall).toBeGreaterThanOrEqual(0.95);
  },
);

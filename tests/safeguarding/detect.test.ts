import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, detect } from '#safeguarding/detect.ts';
import { needed, patternOf } from '#safeguarding/phrase.ts';
import { inNeed, notInNeed } from './messages.ts';

describe.each(categories)('%s is found', (category) => {
  test.each(inNeed[category])('%s', (said) => expect(detect(said)?.category).toBe(category));
});

describe('what only sounds like it is let be', () => {
  test.each(notInNeed)('%s', (said) => expect(detect(said)).toBeNull());
});

test('a need is found inside a long answer, and behind one that only sounds like it', () => {
  const long = 'The market is lovely. '.repeat(900);
  expect(detect(`${long} My husband hits me. ${long}`)?.category).toBe('abuse');
  expect(detect('We were killing ourselves laughing, but now I want to kill myself')?.category).toBe(
    'selfHarm',
  );
});

test('the most urgent need counts', () => {
  expect(detect('My husband hits me and I want to die, he has got a knife')?.category).toBe(
    'immediateDanger',
  );
});

test('what it reports is a line of the list and none of the words that were sent', () => {
  expect(detect("my husband hits me, I'm at number 12")?.phrase).not.toContain('12');
});

test('asking twice gives the same answer', () => {
  for (const said of [...inNeed.abuse, ...inNeed.abuse]) expect(detect(said)).toEqual(detect(said));
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (said) => {
      detect(said);
    }),
    { numRuns: 200 },
  );
});

test('20,000 characters are read at once, even of words that begin phrases', () => {
  expect(detect('he is going to he has a i am in '.repeat(700).slice(0, 20_000))).toBeNull();
});

test('a phrase that cannot be read is refused', () => {
  expect(() => patternOf('kill a//b')).toThrow('not single words');
  expect(() => patternOf('kill good-bye')).toThrow('not single words');
});

test('a phrase is looked for by its longest word, and one that needs no word is refused', () => {
  expect(needed('to end/finish it ... altogether?')).toEqual(['end', 'finish']);
  expect(needed("don't want to die")).toEqual(['dont']);
  expect(() => needed('please? ... now?')).toThrow('needs no word');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, detect } from '#safeguarding/detect.ts';
import { mutations } from '#safeguarding/mutation.ts';
import { areNear, pieceOf, said } from '#safeguarding/near.ts';
import { nearby, needed, patternOf } from '#safeguarding/phrase.ts';
import { corpus } from './corpus.ts';
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

test.each([
  'This is my last night. I am sorry.',
  'I am sorry. It is my last message',
  'my last ever\nmessage to you all i am sorry',
  'My final... message. I love you all',
  'Dwi ddim isio byw. Dim mwy.',
  'Fi sydd yma. Ddim eisiau byw rhagor',
  'dwi ddim isio\nbyw rhagor',
  'Dwi ddim isio... byw. Dim mwy.',
])('is heard over the end of a sentence, a line or a breath: %s', (said) =>
  expect(detect(said)?.category).toBe('selfHarm'),
);

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

test.each([
  'he is going to he has a i am in ',
  'my husband he has my mum and the kids at home every night when ',
  'k i l l ',
  'the river and the fire station were not moving and it is on the ',
  'Last. Message? Ddim. Byw! ',
  'last message to my bus ',
  'rant over sorry that was long ',
])('20,000 characters of nothing but "%s" are read to the end and hold no danger', (begins) => {
  expect(detect(begins.repeat(700).slice(0, 20_000))).toBeNull();
});

describe('a courtesy hides no need, wherever it stands', () => {
  const danger = corpus().filter(({ half, group }) => half === 'tuning' && group !== 'benign');
  const sentences = danger.map(({ text }) => text.split(/(?<=[.!?]) +/)).filter(({ length }) => length > 1);

  test('there are messages of two sentences and more to try it on', () =>
    expect(sentences.length).toBeGreaterThan(100));

  test.each(['Rant over.', 'Sorry, that was long.', 'Sorry this is so long!'])('%s', (courtesy) => {
    const changed = sentences.flatMap((each) => {
      const without = detect(each.join(' '));
      return Array.from({ length: each.length + 1 }, (_, place) =>
        each.toSpliced(place, 0, courtesy).join(' '),
      ).filter((said) => detect(said)?.category !== without?.category);
    });
    expect(changed).toEqual([]);
  });

  test.each([
    "sorry that was long. I've written my will and left the dog with a neighbour, I'm ready to go",
    "Sorry this is so long. I've written my will and left the dog with a neighbour, I'm ready to go",
    "I've written my will and left the dog with a neighbour, I'm ready to go. Sorry this is so long",
    'Sorry for everything. Rant over. This is goodbye',
    'This is my last message. Sorry this is so long.',
    'Sori am fod yn hir. Dwi isio marw',
  ])('%s', (said) => expect(detect(said)?.category).toBe('selfHarm'));
});

describe('a slip of the thumb does not hide a need', () => {
  test.each([
    'i feel sucidal',
    'he is thretening to kill me',
    'heeeelp me plz hes got a nife',
    'my sons unconcious',
    "my husband's hittin me agen, he hits me every night",
    'i cannae go on any more',
    'Mae arna i ofn fy ngwr',
    'dwin torrin hun bob nos',
  ])('%s', (said) => expect(detect(said)).not.toBeNull());
});

describe('what is past, played, taught or asked of the council is let be', () => {
  test.each([
    'My first husband hit me and the kids every night, that was thirty years ago',
    'In the film he comes through the door with a knife and kills her',
    'We do CPR training for when somebody is not breathing',
    'I volunteer on a helpline and people tell me they want to end it all',
    'There should be more help for women whose husbands beat them when drunk',
    'My late husband collapsed in the kitchen and the ambulance came',
    'Ers talwm roedd dyn yn curo ei blant bob nos',
    'Mi welais i ffilm am ddyn efo cyllell yn lladd pobl',
  ])('%s', (said) => expect(detect(said)).toBeNull());

  test('but not what the next sentence says, nor what is too plain to doubt', () => {
    expect(detect('My dad died years ago. Now my husband hits me every night')?.category).toBe('abuse');
    expect(detect('Thanks for the book, I want to kill myself')?.category).toBe('selfHarm');
  });
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

test('words of danger that may be about their own life get help for both', () => {
  expect(detect('I look after my husband and I want to kill myself')).toMatchObject({
    category: 'immediateDanger',
    also: 'selfHarm',
  });
  expect(detect('There is a fire in the flat')?.also).toBeNull();
});

test('a line of dots is no work', () => {
  expect(detect(`${'.'.repeat(60_000)}x`)).toBeNull();
});

describe('a + b - c', () => {
  const sets = { who: ['he', '<kin>'], kin: ['dad', 'my_son'] };
  const isIn = (phrase: string, words: string, sentences: number[] = []) => {
    const pieces = nearby(phrase, sets);
    if (pieces === null) return false;
    const near = pieces.near.map((together) => together.map(pieceOf));
    return areNear({ near, unless: pieces.unless.map(pieceOf) }, said(words, sentences));
  };

  test('is found in any order, sets and words in a row among it', () => {
    expect(isIn('<who> + hits', 'hits me does my son')).toBe(true);
    expect(isIn('<who> + hits', 'my other son hits me')).toBe(false);
  });

  test('reaches over nine words, twelve for three pieces and sixteen for more', () => {
    const apart = (words: number) => `he${' x'.repeat(words - 2)} hits`;
    expect([9, 10].map((words) => isIn('<who> + hits', apart(words)))).toEqual([true, false]);
    expect([12, 13].map((words) => isIn('<who> + x + hits', apart(words)))).toEqual([true, false]);
    expect([16, 17].map((words) => isIn('<who> + x + x + hits', apart(words)))).toEqual([true, false]);
  });

  test('is let be beside what it must not stand beside', () => {
    expect(isIn('<who> + hits - ball', 'he hits the ball')).toBe(false);
    expect(isIn('<who> + hits - ball', 'he hits me')).toBe(true);
  });

  test('with & is found in one sentence, and what follows a + in the next one too', () => {
    const said = 'no she he hits me';
    const within = [0, 0, 0, 0, 0];
    expect(isIn('he & hits + no', said, within)).toBe(true);
    expect(isIn('he & hits + no', said, [0, 1, 1, 1, 1])).toBe(true);
    expect(isIn('he & hits + no', said, [0, 0, 0, 1, 1])).toBe(false);
    expect(isIn('he & hits', 'he x hits', [0, 0, 1])).toBe(false);
    expect(isIn('he & hits', 'hits x. he hits', [0, 0, 1, 1])).toBe(true);
    expect(isIn('he & hits + no', 'he \u00b7 hits no')).toBe(false);
    expect(isIn('he & hits + x - ball', 'he hits x ball')).toBe(false);
  });

  test('with & counts a word of those that stand together for no other piece', () => {
    const phrase = 'last & message/goodbye + my + sorry/goodbye';
    expect(isIn(phrase, 'goodbye to my last bus')).toBe(false);
    expect(isIn(phrase, 'goodbye goodbye to my last bus')).toBe(true);
    expect(isIn(phrase, 'sorry goodbye to my last bus')).toBe(true);
    expect(isIn(phrase, 'my last message to you goodbye')).toBe(true);
    expect(isIn(phrase, 'my last goodbye message')).toBe(true);
    expect(isIn(phrase, `sorry${' x'.repeat(13)} my last message`)).toBe(false);
    expect(isIn(phrase, 'goodbye to my \u00b7 last goodbye')).toBe(false);
  });

  test('does not reach over what was taken out', () => {
    expect(isIn('<who> + hits', 'he \u00b7 hits')).toBe(false);
  });
});

describe('one letter makes another word', () => {
  test.each([
    'My mum is homeless and I feel the council should house her and me',
    'The form was attached, I just got it by post',
    'I keep putting it off because who would lift him',
  ])('%s', (said) => expect(detect(said)).toBeNull());
});

test('a Welsh word is known in all its mutations', () => {
  expect(mutations('cyllell')).toEqual(['cyllell', 'gyllell', 'chyllell', 'nghyllell']);
  expect(mutations('lladd')).toEqual(['lladd', 'ladd']);
  expect(mutations('ofn')).toEqual(['ofn', 'hofn']);
});

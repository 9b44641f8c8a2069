import { expect, test } from 'vitest';
import { namesOf, officersNamed } from '#domain/named.ts';
import { wordsOf } from '#domain/wordsOf.ts';

const names = namesOf([
  { id: 'sandra', name: 'Sandra Pugh' },
  { id: 'will', name: 'Will Park' },
  { id: 'sian', name: 'Si\u00e2n Llywelyn-Jones' },
  { id: 'ann', name: 'Ann Lee' },
  { id: 'jo', name: 'Jo Day' },
  { id: 'li', name: 'Li Wu' },
  { id: 'mary', name: "Cllr Mary Jane O'Brien" },
]);

test.each([
  ['Sandra Pugh was lovely', 'remark', ['sandra']],
  ['pugh, sandra - that is who', 'remark', ['sandra']],
  ['Mrs Pugh at the desk', 'remark', ['sandra']],
  ['Sandra says the park is dirty', 'remark', []],
  ['Sandra lied to me', 'complaint', ['sandra']],
  ["It is Pugh's fault", 'complaint', ['sandra']],
  ['sian never rang back', 'complaint', ['sian']],
  ['Si\u00e2n Llywelyn-Jones was rude', 'complaint', ['sian']],
  ['Si\u00e2n Llywelyn-Jones was rude', 'whole', ['sian']],
  ['The park will be dirty. Will you clean it? Park wardens are rude', 'complaint', []],
  ['I spoke to Will and he shouted at me', 'complaint', ['will']],
  ['Will Park shouted at me', 'complaint', ['will']],
  ['Somebody shouted at me', 'complaint', []],
  // What may be a complaint, and has not been read.
  ['Sandra lied to me', 'unread', ['sandra']],
  ['I spoke to Will in the Park', 'unread', []],
  ['pugh, sandra - that is who', 'whole', []],
  // Never a part of another word.
  ['I want to kill myself, I cannot sleep', 'complaint', []],
  ['today and on Monday the bins were full', 'complaint', []],
  ['Jo says: open all day', 'complaint', []],
  ['jo day told me to go away', 'whole', ['jo']],
  // A short name is in everything, but not with the other half beside it.
  ['Li Wu hung up on me', 'whole', ['li']],
  ['li was kind, and so was wu', 'complaint', []],
  ['Mr Wu hung up on me', 'remark', ['li']],
  // What nobody sees between the letters.
  ['It is Pu\u200bgh who lied', 'complaint', ['sandra']],
  ['It is pu\u00adgh who lied', 'complaint', ['sandra']],
  ['Sand\u2060ra P\ufeffugh was rude', 'whole', ['sandra']],
  ['Mary OBrien is rude', 'whole', ['mary']],
  ['Mary Jane O\u2019Brien is rude', 'whole', ['mary']],
] as const)('"%s" (%s) names %j', (text, naming, named) => {
  expect(officersNamed(text, names, naming)).toEqual(named);
});

test('a word stands where it is written, whatever unseen is in it, and ends with its last letter', () => {
  const text = 'Ask Pu\u200bgh\u200b, or the co\u00aduncil\u200f';
  const words = wordsOf(text).map(({ form, start, end }) => [form, text.slice(start, end)]);
  expect(words).toEqual([
    ['ask', 'Ask'],
    ['pugh', 'Pu\u200bgh'],
    ['or', 'or'],
    ['the', 'the'],
    ['council', 'co\u00aduncil'],
  ]);
});

test('is quick with many officers and many long texts', () => {
  const many = namesOf(
    Array.from({ length: 50 }, (_, at) => ({ id: `o${at}`, name: `First${at} Last${at}` })),
  );
  const text = 'The bus never comes and nobody at the council ever answers the phone. '.repeat(6);
  const started = performance.now();
  for (let at = 0; at < 100; at += 1)
    officersNamed(`${text} First${at} Last${at} was rude.`, many, 'complaint');
  // It took half a second when each name was read again for each word.
  expect(performance.now() - started).toBeLessThan(200);
});

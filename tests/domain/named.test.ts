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
  ['Jo says: open all day', 'complaint', ['jo']],
  ['Jo says: open all day', 'unread', []],
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

const wordsToo = namesOf([
  { id: 'jack', name: 'Jack Taylor' },
  { id: 'mark', name: 'Mark Bell' },
  { id: 'will', name: 'Will Park' },
  { id: 'li', name: 'Li Wu' },
  { id: 'jo', name: 'Jo Day' },
  { id: 'evans', name: 'Si\u00e2n Evans-Hughes' },
  { id: 'he', name: 'He Wei' },
  { id: 'so', name: 'Min So' },
  { id: 'bill', name: 'Bill Price' },
  { id: 'may', name: 'May Hill' },
  { id: 'jane', name: 'Mary Jane Rees' },
]);

test.each([
  ['Jack at the front desk swore at me', ['jack']],
  ['Mark was rude to me at the housing office', ['mark']],
  ['I waited an hour. Mark never even answered', ['mark']],
  ['Will swore at me', ['will']],
  ["Will's attitude is disgusting", ['will']],
  ['Will and the manager laughed at me', ['will']],
  ['Li was rude', ['li']],
  ['Wu Li was rude', ['li']],
  ['Jo was rude', ['jo']],
  ['I was shouted at by Jo on the phone', ['jo']],
  ['Mrs Evans put the phone down on me', ['evans']],
  ['evans is a bully', ['evans']],
  ['Hughes is a bully', ['evans']],
  ['They were rude, above all So at reception', ['so']],
  ['Bill was very rude to my mother', ['bill']],
  ['Taylor shouted at me', ['jack']],
  ['Jane was rude to us', ['jane']],
] as const)('a complaint, "%s", names %j', (text, named) => {
  expect(officersNamed(text, wordsToo, 'complaint')).toEqual(named);
});

test.each([
  'Mark my words, I will complain about your rude staff',
  'Will you do something about that rude man?',
  'Will never go back there, the woman swore at me',
  'I like the park but the warden was rude to me',
  'Park was closed and the man at the gate shouted at me',
  'Park and ride drivers are rude to everybody',
  'He was rude to me. He swore at me',
  'So was the other one. They were SO rude to me, and I said NO',
  'So rude! HE WAS SO RUDE TO ME',
  'Bill was wrong and nobody rang me back, rude',
  'May I complain about the rude person at the desk?',
  'Day after day they are rude to me',
  'the day was long, and the bell on the hill is rude to nobody',
  'Hill road is full of rude drivers',
  'I was told to go away by a rude man in a jacket, who would mark nothing down',
])('a complaint, "%s", names nobody', (text) => {
  expect(officersNamed(text, wordsToo, 'complaint')).toEqual([]);
});

test.each([
  'Jack at the front desk was kind',
  'Mark was kind',
  'Li was kind',
  'Mrs Evans was kind',
  'Jo was kind',
])('what is no complaint, "%s", names nobody', (text) => {
  for (const naming of ['remark', 'unread'] as const)
    expect(officersNamed(text, wordsToo, naming)).toEqual([]);
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

import { expect, test } from 'vitest';
import { yesOrNo } from '#texts/answers.ts';

test.each([
  ...[
    "Yes but don't use my name",
    "yes, as long as it's anonymous",
    'OK but no names',
    'go on then',
    'would be nice',
    'Yess',
  ],
  ...['1', '1.', '1️⃣', 'Yes', 'YES!', 'y', 'yeah ok', 'Yes please', 'ok', 'Okay yes', 'sure', '1 yes'],
  ...[
    "Yes, that's fine",
    'of course',
    '👍',
    '👍🏽',
    'Iawn',
    'Ydw',
    'ie',
    'Hoffwn, diolch',
    'wrth gwrs',
    'Cewch',
    '１',
  ],
])('yes: %s', (said) => expect(yesOrNo(said)).toBe('yes'));

test.each([
  ...[
    '2',
    '2)',
    'No',
    'n',
    'no thanks',
    'No thank you',
    'nope',
    "I'd rather not",
    "no, I don't want to",
    '👎',
  ],
  ...['Na', 'Nac ydw', 'Dim diolch', 'na, dim diolch', 'nage', 'Na chewch', 'please don’t'],
])('no: %s', (said) => expect(yesOrNo(said)).toBe('no'));

test.each([
  ...[
    '',
    'maybe',
    '3',
    '12',
    'yes and no',
    "don't use my name",
    'anonymously',
    'yes no',
    'not sure',
    'not ok',
    'ok but only my first name',
    'What for?',
  ],
  ...[
    'efallai',
    'ie a na',
    'yesterday',
    'Nobody asked me',
    '😀',
    'thanks',
    'The market is fine',
    'no problem',
  ],
])('not clear: %s', (said) => expect(yesOrNo(said)).toBeNull());

test.each([
  'Tak',
  'zgoda',
  'Da',
  'da, mulțumesc',
  'হ্যাঁ',
  'জি',
  'ہاں',
  'جی ہاں',
  '১',
  '۱',
  'Byddwn i',
  'siwr',
  'No problem with that',
])('yes, in any language: %s', (said) => expect(yesOrNo(said)).toBe('yes'));

test.each([
  'Nie',
  'nie, dziękuję',
  'Nu',
  'nu vreau',
  'না',
  'না ধন্যবাদ',
  'نہیں',
  'جی نہیں',
  '২',
  '۲',
  'Byddai’n well gen i beidio',
  'dim diolch yn fawr',
  "I'd rather you didn't",
])('no, in any language: %s', (said) => expect(yesOrNo(said)).toBe('no'));

test.each(['no ', 'yes ', 'na ', 'dim diolch ', 'yes you can ', 'ydw i '])(
  'a message that is made to make it wait does not: %s',
  (part) => expect(yesOrNo(`${part.repeat(100).slice(0, 96)} x`)).toBeNull(),
);

test.each(['no no no', 'No, no, no thanks', 'na na'])('no, and again: %s', (said) =>
  expect(yesOrNo(said)).toBe('no'),
);

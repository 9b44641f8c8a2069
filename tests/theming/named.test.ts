import { expect, test } from 'vitest';
import { officersNamed } from '#theming/control/named.ts';

const officers = [
  { id: 'sandra', name: 'Sandra Pugh' },
  { id: 'will', name: 'Will Park' },
  { id: 'sian', name: 'Si\u00e2n Llywelyn-Jones' },
];

test.each([
  ['Sandra Pugh was lovely', false, ['sandra']],
  ['pugh, sandra - that is who', false, ['sandra']],
  ['Mrs Pugh at the desk', false, ['sandra']],
  ['Sandra says the park is dirty', false, []],
  ['Sandra lied to me', true, ['sandra']],
  ['sian never rang back', true, ['sian']],
  ['Si\u00e2n Llywelyn-Jones was rude', true, ['sian']],
  ['The park will be dirty. Will you clean it? Park wardens are rude', true, []],
  ['I spoke to Will and he shouted at me', true, ['will']],
  ['Will Park shouted at me', true, ['will']],
  ['Somebody shouted at me', true, []],
])('"%s" (complaint: %s) names %j', (text, complains, named) => {
  expect(officersNamed(text, officers, complains)).toEqual(named);
});

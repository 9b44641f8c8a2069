import { expect, test } from 'vitest';
import { mask } from '#theming/redact/mask.ts';
import { hiddenOutside } from '#theming/redact/outside.ts';

const text = 'Mrs Ann Lee of 4 Mill Lane rang 07700 900123 about it';
const of = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test('what may be a name is hidden from people who are no officers, with all that is hidden anyway', () => {
  const hidden = hiddenOutside({
    hidden: [
      { ...of('4 Mill Lane'), kind: 'address' },
      { ...of('07700 900123'), kind: 'phone' },
    ],
    possibleNames: [of('Ann Lee'), of('Mill Lane rang')],
  });
  // The second name begins within the address and goes on after it.
  expect(mask(text, hidden, (kind) => kind).text).toBe('Mrs [name] of [address][name] [phone] about it');
});

test('nothing is hidden where there is nothing to hide', () => {
  expect(hiddenOutside({ hidden: [], possibleNames: [] })).toEqual([]);
});

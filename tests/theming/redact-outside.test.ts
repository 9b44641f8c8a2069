import { describe, expect, test } from 'vitest';
import { insertOfficer } from '#store/officers.ts';
import { consultation, NOON } from '#tests/loop/consultation.ts';
import { mask } from '#theming/redact/mask.ts';
import { officerNamesIn } from '#theming/redact/officerNames.ts';
import { hiddenFromOutside, hiddenOutside } from '#theming/redact/outside.ts';

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

describe('what people say of officers', () => {
  const officers = [
    'Sam Hargreaves',
    'Anna Green',
    'Mair Elin Evans-Hughes',
    'Bo Li',
    "Kay O'Brien",
    'Priya',
  ];
  const shown = (said: string) => {
    const hidden = officerNamesIn(said, officers).map((span) => ({ ...span, kind: 'name' as const }));
    return mask(said, hidden, (kind) => kind).text;
  };

  test.each([
    ['Sam Hargreaves was rude to me', '[name] was rude to me'],
    ['that HARGREAVES again, and Hargreaves’s desk', 'that [name] again, and [name] desk'],
    ['ask anna green or Ms Green', 'ask [name] or Ms [name]'],
    ['Mair Evans-Hughes and Mrs Evans-Hughes', '[name] and Mrs [name]'],
    ['Mair Elin Evans-Hughes helped', '[name] helped'],
    ['I told Bo Li and Kay O’Brien', 'I told [name] and [name]'],
    ['OBrien never rang back', '[name] never rang back'],
  ])('has their names hidden: %s', (said, masked) => {
    expect(shown(said)).toBe(masked);
  });

  test.each(['Sam next door', 'a green field by the park', 'Li', 'Priya is my daughter'])(
    'and no more than that: %s',
    (said) => {
      expect(shown(said)).toBe(said);
    },
  );

  test('is hidden from others than officers with everything else, whoever has left too', async () => {
    const { store } = await consultation('sqlite');
    const text = 'Hargreaves never rang me on 07700 900123.';
    const officer = { id: 'sam', email: 'sam@example.org', name: 'Sam Hargreaves', role: 'viewer' } as const;
    await store.turn(({ db }) =>
      insertOfficer(db, { ...officer, password: null, createdAt: NOON, disabledAt: NOON }),
    );
    const hidden = await hiddenFromOutside(store.read, { id: 'any', text });
    expect(mask(text, hidden, (kind) => kind).text).toBe('[name] never rang me on [phone].');
  });
});

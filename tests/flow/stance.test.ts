import { expect, test } from 'vitest';
import { takesStance } from '#flow/stance.ts';

test.each([
  ...[
    'Buses come too rarely',
    'Nowhere to sit',
    'The clock doesn’t work',
    'It’s dark',
    'Parking puts people off',
  ],
  ...['Too muddy', 'More benches'],
])('“%s” takes a stance', (en) => {
  expect(takesStance({ en })).toBe(true);
});

test.each(['Buses', 'Buses and trains', 'Parking', 'The high street', 'Town’s clock'])(
  '“%s” is a bare subject',
  (en) => {
    expect(takesStance({ en })).toBe(false);
  },
);

test('Welsh has its own words, and a language that nobody has listed is never hinted at', () => {
  expect(takesStance({ cy: 'Mae’r bysiau’n hwyr' })).toBe(true);
  expect(takesStance({ cy: 'Bysiau' })).toBe(false);
  expect(takesStance({ en: 'It is dark', cy: 'Golau' })).toBe(false);
  expect(takesStance({ pl: 'Autobusy' })).toBe(true);
});

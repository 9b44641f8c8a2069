import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAbusive } from '#safeguarding/abusive.ts';
import { abusive, notAbusive } from './abusive-messages.ts';

describe('threats, slurs and insults at a person are marked', () => {
  test.each(abusive)('%s', (said) => expect(isAbusive(said)).toBe(true));
});

describe('anger, swearing at a service and reports of abuse are not', () => {
  test.each(notAbusive)('%s', (said) => expect(isAbusive(said)).toBe(false));
});

test('abuse after a report of abuse still counts', () => {
  expect(isAbusive('He called me a faggot. You should all be shot, the lot of you')).toBe(true);
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (said) => {
      isAbusive(said);
    }),
    { numRuns: 100 },
  );
});

import { expect, test } from 'vitest';
import { failureOf } from '#channels/twilio/errorCodes.ts';

const rows: [codes: string, reason: string, permanent: boolean, retry: boolean][] = [
  ['20429 21611 30001 30022 63018', 'rate', false, true],
  ['30023 30027', 'rate', false, false],
  ['21610', 'optedOut', true, false],
  ['21211 21614 30006 63003 63024', 'badAddress', true, false],
  ['30004 63014 63033', 'blocked', true, false],
  ['30005', 'unreachable', true, false],
  ['21612 30003 30011 30036', 'unreachable', false, false],
  ['21408', 'country', false, false],
  ['30007 63005 63013 63032 63049', 'filtered', false, false],
  ['21617 21658 30019', 'tooLong', true, false],
  ['63016', 'windowClosed', false, false],
  ['21655 21656 63021 63027 63028', 'templateInvalid', true, false],
  ['63040 63041 63042', 'templateInvalid', false, false],
  ['20003 21606 21703 21704 21705 30002 30034 63007 63020', 'auth', false, false],
  ['30008 30009 30010 30020 63019 99999', 'other', false, false],
];

test.each(rows)('%s: %s', (codes, reason, permanent, retry) => {
  for (const code of codes.split(' ')) expect(failureOf(code), code).toEqual({ reason, permanent, retry });
});

test('no code says nothing', () => {
  expect(failureOf(null)).toEqual({ reason: 'other', permanent: false, retry: false });
});

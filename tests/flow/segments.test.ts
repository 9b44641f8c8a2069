import { expect, test } from 'vitest';
import { segmentsOf } from '#flow/segments.ts';

test.each([
  ['', 'GSM-7', 1],
  ['a'.repeat(160), 'GSM-7', 1],
  ['a'.repeat(161), 'GSM-7', 2],
  ['a'.repeat(306), 'GSM-7', 2],
  ['a'.repeat(307), 'GSM-7', 3],
  ['€'.repeat(80), 'GSM-7', 1],
  ['€'.repeat(81), 'GSM-7', 2],
  [`ŵ${'a'.repeat(69)}`, 'UCS-2', 1],
  [`ŵ${'a'.repeat(70)}`, 'UCS-2', 2],
])('%s is sent as %s in %i', (text, encoding, count) => {
  expect(segmentsOf(text)).toMatchObject({ encoding, count });
});

test('it names the first character that costs more', () => {
  expect(segmentsOf('it’s').forcedBy).toBe('’');
  expect(segmentsOf('dŵr').forcedBy).toBe('ŵ');
  expect(segmentsOf('ok 👍').forcedBy).toBe('👍');
  expect(segmentsOf("it's 10% off @ £5").forcedBy).toBeNull();
});

import { expect, test } from 'vitest';
import { segmentsOf } from '#domain/segments.ts';

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
  [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3],
  [`${'a'.repeat(151)}€${'a'.repeat(153)}`, 'GSM-7', 2],
  [`${'a'.repeat(158)}€`, 'GSM-7', 1],
  [`${'a'.repeat(66)}👍${'a'.repeat(66)}`, 'UCS-2', 3],
  [`${'a'.repeat(65)}👍${'a'.repeat(67)}`, 'UCS-2', 2],
  ['👍'.repeat(35), 'UCS-2', 1],
  ['👍'.repeat(66), 'UCS-2', 2],
  ['👍'.repeat(67), 'UCS-2', 3],
])('%s is sent as %s in %i', (text, encoding, count) => {
  expect(segmentsOf(text)).toMatchObject({ encoding, count });
});

test('it names the first character that costs more', () => {
  expect(segmentsOf('it’s').forcedBy).toBe('’');
  expect(segmentsOf('dŵr').forcedBy).toBe('ŵ');
  expect(segmentsOf('ok 👍').forcedBy).toBe('👍');
  expect(segmentsOf("it's 10% off @ £5").forcedBy).toBeNull();
});

test('the whole GSM 03.38 alphabet is cheap: 127 characters of one septet and ten of two', () => {
  const basic =
    '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
  expect(segmentsOf(basic)).toMatchObject({ encoding: 'GSM-7', length: 127, forcedBy: null });
  expect(segmentsOf('^{}\\[~]|€\f')).toMatchObject({ encoding: 'GSM-7', length: 20, forcedBy: null });
  for (const lacking of ['ç', '`', 'ŵ', 'ŷ', 'â', '’', '\u00a0', '\t', '\u001b'])
    expect(segmentsOf(lacking)).toMatchObject({ encoding: 'UCS-2', forcedBy: lacking });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '#domain/normalise.ts';

test.each([
  ['  Stop.  Thank you! ', 'stop thank you'],
  ['That’s ALL', "that's all"],
  ['dyna`r cyfan', "dyna'r cyfan"],
  ["'stop'", 'stop'],
  ['ＳＴＯＰ', 'stop'],
  ['s\u200bt\u00ado\ufeffp', 'stop'],
  ['1️⃣', '1'],
  ['stop🛑now', 'stop now'],
  ['Dw\u0302r', 'dŵr'],
  ['line one\nline two\t!', 'line one line two'],
  ['👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿', ''],
  ['', ''],
])('%j is compared as %j', (said, compared) => expect(normalise(said)).toBe(compared));

test('it settles: doing it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (said) => {
      expect(normalise(normalise(said))).toBe(normalise(said));
    }),
    { numRuns: 2000 },
  );
});

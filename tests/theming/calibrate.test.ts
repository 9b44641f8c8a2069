import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calibrate, type Promised } from '#theming/calibrate.ts';

/** So many promises of one confidence, of which officers agreed with a share. */
function promises(confidence: number, many: number, agreedWith: number): Promised[] {
  return Array.from({ length: many }, (_, at) => ({ confidence, agreed: at < agreedWith * many }));
}

it('takes confidence at its word while there is nothing to hold it against', () => {
  const calibrated = calibrate([]);
  for (const confidence of [0, 0.2, 0.5, 0.95]) expect(calibrated(confidence)).toBeCloseTo(confidence, 5);
});

it('promises less where officers agreed less often than was promised', () => {
  const calibrated = calibrate([...promises(0.9, 200, 0.7), ...promises(0.6, 200, 0.3)]);
  expect(calibrated(0.9)).toBeCloseTo(0.7, 1);
  expect(calibrated(0.6)).toBeCloseTo(0.3, 1);
});

it('promises more where officers agreed more often', () => {
  const calibrated = calibrate([...promises(0.7, 200, 0.95), ...promises(0.4, 200, 0.7)]);
  expect(calibrated(0.7)).toBeGreaterThan(0.9);
  expect(calibrated(0.4)).toBeGreaterThan(0.6);
});

it('moves little for a few promises', () => {
  expect(calibrate(promises(0.8, 3, 0))(0.8)).toBeGreaterThan(0.4);
});

it('stays a share and in order, whatever was promised', () => {
  const promised = fc.record({
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    agreed: fc.boolean(),
  });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(promised, { maxLength: 60 }), share, share, (given, one, other) => {
      const calibrated = calibrate(given);
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(calibrated(low)).toBeGreaterThanOrEqual(0);
      expect(calibrated(high)).toBeLessThanOrEqual(1);
      expect(calibrated(low)).toBeLessThanOrEqual(calibrated(high) + 1e-9);
    }),
  );
});

import type { TextKey } from '#texts/text.ts';
import type { Estimate, Kappa } from '#theming/agreement.ts';

/** "about 67 (between 49 and 81)" of a hundred: whole numbers, the interval never narrower than it is. */
export function outOfHundred({ value, low, high }: Estimate) {
  return { value: Math.round(value * 100), low: Math.floor(low * 100), high: Math.ceil(high * 100) };
}

export type KappaSaid =
  | { kind: 'estimate'; value: string; low: string; high: string; strength: TextKey }
  | { kind: 'same' | 'unsaid' };

export function kappaSaid(kappa: Kappa): KappaSaid {
  if (kappa.kind !== 'estimate') return kappa;
  const { value, low, high } = kappa;
  return {
    kind: 'estimate',
    ...{ value: twoPlaces(value), low: twoPlaces(low), high: twoPlaces(high) },
    strength: strengthOf(value),
  };
}

export function twoPlaces(value: number): string {
  // Never "-0.00".
  return (Math.round(value * 100) / 100 + 0).toFixed(2).replace('-', '−');
}

/** The steps of Landis and Koch 1977, Biometrics 33:159, in plain words. */
function strengthOf(value: number): TextKey {
  if (value <= 0) return 'right.strength.none';
  if (value <= 0.2) return 'right.strength.slight';
  if (value <= 0.4) return 'right.strength.fair';
  if (value <= 0.6) return 'right.strength.moderate';
  return value <= 0.8 ? 'right.strength.substantial' : 'right.strength.almost';
}

import { normalise } from '#domain/normalise.ts';

/** In how many days LATER comes back, by what was written with it ("later", "next week", "later 3 days"): 1 to 60. */
export function laterDays(text: string): number {
  const said = normalise(text);
  const [, number] = /(\d{1,2})/.exec(said) ?? [];
  if (number !== undefined) return Math.min(60, Math.max(1, Number(number)));
  return /\bweek|wythnos/.test(said) ? 7 : 1;
}

/** A confidence as it came out, and whether an officer agreed. */
export interface Promised {
  confidence: number;
  agreed: boolean;
}

/** Turns a confidence into how often officers agree with such a one; higher stays higher. */
export type Calibration = (confidence: number) => number;

/** How far the line may move before there is much to go by: one standard deviation of its slope and of its height. */
const belief = 0.5;
const steps = 20;
const asItIs: Calibration = (confidence) => confidence;

/**
 * Fits a logistic curve to what was promised and what came of it (Platt 1999), by Newton's method. With few promises it
 * stays near to taking them at their word.
 */
export function calibrate(promises: readonly Promised[]): Calibration {
  let [slope, height] = [1, 0];
  for (let step = 0; step < steps; step += 1) {
    let [g0, g1] = [(slope - 1) / belief ** 2, height / belief ** 2];
    let [h00, h01, h11] = [1 / belief ** 2, 0, 1 / belief ** 2];
    for (const { confidence, agreed } of promises) {
      const x = logit(confidence);
      const p = logistic(slope * x + height);
      const wrong = p - (agreed ? 1 : 0);
      g0 += wrong * x;
      g1 += wrong;
      h00 += p * (1 - p) * x * x;
      h01 += p * (1 - p) * x;
      h11 += p * (1 - p);
    }
    const by = h00 * h11 - h01 * h01;
    slope -= (h11 * g0 - h01 * g1) / by;
    height -= (h00 * g1 - h01 * g0) / by;
  }
  // Where those that were surer were agreed with less often, there is nothing to go by.
  if (!(slope > 0) || !Number.isFinite(height)) return asItIs;
  return (confidence) => (confidence <= 0 ? 0 : logistic(slope * logit(confidence) + height));
}

function logit(share: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, share));
  return Math.log(inside / (1 - inside));
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

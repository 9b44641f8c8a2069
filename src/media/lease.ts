/** How long a file is ours to work on: longer than fetching, drawing and writing it can take together. */
export const leaseMs = 5 * 60_000;

/** Attempts after which fetching a file is given up: with growing delays, about nine hours. */
export const mostFetches = 10;

/** Attempts after which a voice note is left for a listener. */
export const mostHearings = 5;

/** How long to wait after this many attempts, ms: from half a minute to two hours. */
export function patience(attempts: number): number {
  return Math.min(30_000 * 2 ** Math.max(attempts - 1, 0), 2 * 3_600_000);
}

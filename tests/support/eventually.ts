import { expect } from 'vitest';

/** Looks until it is so. The limit is for a machine that is busy with other things; a passing test never waits it out. */
export function eventually<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: 15_000, interval: 20 });
}

/** Numbers that look random and are the same at every run: mulberry32. */
export interface Chance {
  /** From 0 up to, not including, `below`. */
  upTo(below: number): number;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return {
    upTo(below) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
    },
  };
}

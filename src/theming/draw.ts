import type { Shots } from './figures.ts';
import type { CodebookRow, JudgedResponse } from './labelled-set.ts';

/** The responses to learn from: `shots` of each theme, all together. The same seed draws the same ones. */
export function draw(
  learnable: JudgedResponse[],
  codebook: CodebookRow[],
  shots: Shots,
  seed: number,
): Set<JudgedResponse> {
  if (shots === 'all') return new Set(learnable);
  const shuffled = learnable
    .map((response, at) => ({ response, key: scatter(at, seed) }))
    .sort((one, other) => one.key - other.key)
    .map(({ response }) => response);
  return new Set(
    codebook.flatMap(({ id }) => shuffled.filter(({ themes }) => themes.includes(id)).slice(0, shots)),
  );
}

/** A number that looks random but is the same for the same place and seed (the mixing steps of MurmurHash3). */
function scatter(at: number, seed: number): number {
  let mixed = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

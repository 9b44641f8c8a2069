/**
 * One number a class. Plain arrays, because they are made by the hundred thousand: a typed array of more than 64 bytes
 * lives outside V8's heap, takes thirty times as long to make and is given back late. All are made here, as arrays of
 * fractions, for code that meets arrays of two kinds is slow.
 */
export type Scores = number[];

const blank: Scores[] = [];

export function zeros(classes: number): Scores {
  blank[classes] ??= blankOf(classes);
  return blank[classes].slice();
}

export function mapped(scores: Scores, change: (score: number, k: number) => number): Scores {
  const changed = zeros(scores.length);
  for (let k = 0; k < changed.length; k += 1) changed[k] = change(scores[k] ?? 0, k);
  return changed;
}

function blankOf(classes: number): Scores {
  const scores: Scores = [];
  // V8 keeps an array of whole numbers otherwise, and makes it anew at the first fraction.
  for (let k = 0; k < classes; k += 1) scores.push(0.5);
  return scores.fill(0);
}

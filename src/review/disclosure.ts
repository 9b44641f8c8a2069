/** Nothing is said of fewer people than this. */
export const FEWEST = 10;
/** What is left out must leave every small count this many values that it could have. */
const VALUES_LEFT = 5;

/** `few`: fewer than ten people. `hidden`: ten or more, left out so that the few cannot be worked out. */
export type Shown = number | 'few' | 'hidden';

/**
 * Which counts of a question's answers may be shown beside their exact total; null where none may.
 *
 * 1. Nothing at all while fewer than ten people answered.
 * 2. Primary suppression: an answer that fewer than ten people gave, nobody included, is only called that.
 * 3. Secondary suppression: the total less what is shown is what the rest add up to. So the smallest counts that are
 *    left are left out as well, one after another, until the rest are at least two answers of at least ten people, and
 *    each small count could still be at least five different numbers.
 * That everybody gave one answer is not shown either: 2 and 3 leave nothing then (class disclosure).
 *
 * The threshold of ten, and that it covers what can be derived, are those of the Office for National Statistics'
 * Secure Research Service ("SRS output checking guidance": low counts and zeros, class disclosure, differencing);
 * primary and secondary suppression are the Government Statistical Service's ("Disclosure control guidance for tables").
 */
export function suppress(counts: readonly number[]): Shown[] | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < FEWEST) return null;
  const left = new Set(counts.flatMap((count, index) => (count < FEWEST ? [index] : [])));
  const isDone = () => left.size === 0 || isSafe([...left].map((one) => counts[one] ?? 0));
  const smallestFirst = counts.map((_, index) => index).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  for (const index of smallestFirst) if (!isDone()) left.add(index);
  // Ten people who all say the same: even their total gives them away.
  if (!isDone()) return null;
  return counts.map((count, index) => {
    if (!left.has(index)) return count;
    return count < FEWEST ? 'few' : 'hidden';
  });
}

/** Whether these counts may be left out together: their sum, and which are under ten, can be seen. */
function isSafe(leftOut: readonly number[]): boolean {
  const sum = leftOut.reduce((so, count) => so + count, 0);
  if (leftOut.length < 2 || sum < FEWEST) return false;
  const few = leftOut.filter((count) => count < FEWEST).length;
  const others = leftOut.length - few;
  const most = Math.min(FEWEST - 1, sum - others * FEWEST);
  const least = others > 0 ? 0 : Math.max(0, sum - (few - 1) * (FEWEST - 1));
  return most - least + 1 >= VALUES_LEFT;
}

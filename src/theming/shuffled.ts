/** The items in an order that looks random and is the same every time, so that the same decisions give the same model. */
export function shuffler(): <T>(items: T[]) => void {
  // A small linear congruential generator (Numerical Recipes): good enough to shuffle.
  let state = 1;
  const below = (end: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  return (items) => {
    for (let at = items.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      const [moved, swapped] = [items[at], items[other]];
      if (moved === undefined || swapped === undefined) continue;
      items[at] = swapped;
      items[other] = moved;
    }
  };
}

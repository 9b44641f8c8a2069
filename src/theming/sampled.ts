/** At most so many, spread evenly. */
export function sampled<T>(items: T[], most: number): T[] {
  const every = Math.max(1, items.length / most);
  return items.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
}

/** The pages to link to: the first, the last and those beside this one; null stands for those between. */
export function pagesAround(page: number, pages: number): (number | null)[] {
  if (pages < 2) return [];
  const shown = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const sorted = [...new Set(shown)].sort((one, other) => one - other);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    return before !== undefined && number - before > 1 ? [null, number] : [number];
  });
}

import type { RightMonth } from '#review/right.ts';

const STEP = 20;

/**
 * The picture of the months: places in a box 100 high and 20 wide a month. A line joins months that stand next to each
 * other; where one has too few responses it is broken.
 */
export function lineOf(months: readonly RightMonth[]) {
  const points = months.map(({ alike: { figure } }, index) =>
    figure === null
      ? null
      : {
          x: index * STEP + STEP / 2,
          y: up(figure.alike.value),
          low: up(figure.alike.low),
          high: up(figure.alike.high),
        },
  );
  const strokes = points.flatMap((point, index) => {
    const next = points[index + 1];
    return point === null || next === null || next === undefined
      ? []
      : [{ x1: point.x, y1: point.y, x2: next.x, y2: next.y }];
  });
  return { width: Math.max(1, months.length) * STEP, points: points.filter((one) => one !== null), strokes };
}

/** Within the box, so that the lines at its edges are seen whole. */
function up(share: number): number {
  return Math.round((98 - 96 * share) * 100) / 100;
}

import { type Band, bandOf } from './band.ts';
import type { Block } from './block.ts';
import { blocksOf } from './columns.ts';
import type { Invitation } from './invitation.ts';
import { type Page, page, sizes } from './page.ts';
import type { PaperSize, Part, Sheet } from './sheet.ts';

/** Smaller than this nobody can read a poster, whatever is on it. */
const SMALLEST = 6;

/**
 * One page with an invitation, or with the same in two languages side by side: as large as fits. Headings and codes
 * shrink first; the small words stay at 14 points on A4 for as long as they can.
 */
export function layOut(invitations: readonly Invitation[], size: PaperSize, colour: string): Sheet {
  const first = invitations[0];
  if (first === undefined) throw new Error('A poster invites in one language at least.');
  let best = tried(invitations, page(size, colour, invitations.length, { body: SMALLEST, scale: 0.3 }));
  for (const { body, scale } of sizes(size)) {
    const attempt = tried(invitations, page(size, colour, invitations.length, { body, scale }));
    if (!attempt.fits) continue;
    best = attempt;
    break;
  }
  const { width, height } = page(size, colour, 1, { body: SMALLEST, scale: 1 });
  const names = [...new Set(invitations.map(({ organisation }) => organisation))];
  return {
    width,
    height,
    title: [...new Set(invitations.map(({ title }) => title))].join(' / '),
    author: names.join(' / '),
    language: first.language,
    parts: best.parts(),
  };
}

interface Attempt {
  fits: boolean;
  parts(): Part[];
}

/** The blocks of all columns stand in rows, so that the same thing is at the same height in both languages. */
function tried(invitations: readonly Invitation[], on: Page): Attempt {
  const band: Band = bandOf(invitations, on);
  const columns = invitations.map((invitation) => blocksOf(invitation, on));
  const rows = Array.from({ length: columns[0]?.length ?? 0 }, (_, at) =>
    columns.map((column) => column[at]),
  );
  const heights = rows.map((row) => Math.max(...row.map((block) => block?.height ?? 0)));
  const taken = heights.reduce((sum, height) => sum + height, 0);
  const gaps = rows.length;
  const left = on.height - band.height - on.margin - taken;
  const gap = Math.min(left / gaps, on.gap * 2.2);
  const fits = band.fits && gap >= on.gap && columns.flat().every((block) => block.fits);
  return {
    fits,
    parts: () => {
      let y = band.height;
      const tops = heights.map((height) => {
        y += gap;
        const top = y;
        y += height;
        return top;
      });
      // What is left stands above the last row, which is the foot of the page.
      const foot = on.height - on.margin - (heights.at(-1) ?? 0);
      const drawn = columns.flatMap((column, at) =>
        column.flatMap((block: Block, row) =>
          block.draw(on.left(at), row === rows.length - 1 ? foot : (tops[row] ?? 0)),
        ),
      );
      return [...band.parts, ...on.rule(band.height + gap, on.height - on.margin), ...drawn];
    },
  };
}

import { type Band, bandOf } from './band.ts';
import type { Block } from './block.ts';
import { blocksOf } from './columns.ts';
import type { Invitation } from './invitation.ts';
import { bodies, type Page, page, papers, type Sizes, scales, smallestBody } from './page.ts';
import type { PaperSize, Part, Sheet } from './sheet.ts';

/**
 * One page with an invitation, or with the same in two languages side by side: as large as fits. Headings and codes
 * shrink first; the small words stay at 14 points on A4 for as long as they can.
 */
export function layOut(invitations: readonly Invitation[], size: PaperSize, colour: string): Sheet {
  const first = invitations[0];
  if (first === undefined) throw new Error('A poster invites in one language at least.');
  const best = largest(size, (sizes) => tried(invitations, page(size, colour, invitations.length, sizes)));
  const { width, height } = papers[size];
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

/** The largest words with which the page fits, and with those the largest headings. */
function largest(size: PaperSize, attempt: (sizes: Sizes) => Attempt): Attempt {
  for (const body of bodies(size)) {
    let best = attempt({ body, scale: scales.smallest });
    if (!best.fits) continue;
    let [fits, tooLarge] = [scales.smallest, scales.largest];
    while (tooLarge - fits > scales.step) {
      const scale = (fits + tooLarge) / 2;
      const tried = attempt({ body, scale });
      if (tried.fits) [best, fits] = [tried, scale];
      else tooLarge = scale;
    }
    return best;
  }
  // Nobody writes as much as that on purpose: it is on the page all the same, for whoever looks at it to see why.
  return attempt({ body: smallestBody, scale: scales.smallest / 2 });
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

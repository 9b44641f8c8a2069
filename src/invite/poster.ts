import type { Flow } from '#flow/schema.ts';
import { type Edition, languagesOf } from './editions.ts';
import { type Inviting, invitationIn } from './invitation.ts';
import { layOut } from './layout.ts';
import { pdfOf } from './pdf.ts';
import type { PaperSize, Sheet } from './sheet.ts';
import { svgOf } from './svg.ts';

export type PosterFormat = 'pdf' | 'svg';

/** A poster, laid out; null where nobody could begin the flow by what it says. */
export function posterOf(
  flow: Flow,
  edition: Edition,
  size: PaperSize,
  inviting: Inviting & { colour: string },
): Sheet | null {
  const invitations = languagesOf(edition).flatMap((language) => {
    const invitation = invitationIn(flow, language, { ...inviting, ways: worthPrinting(inviting.ways) });
    return invitation === null ? [] : [invitation];
  });
  return invitations.length === 0 ? null : layOut(invitations, size, inviting.colour);
}

/** The simulator is for trying a poster out: it stands on none that real people could use. */
function worthPrinting(ways: Inviting['ways']): Inviting['ways'] {
  const real = ways.filter(({ channel }) => channel !== 'simulator');
  return real.length === 0 ? ways : real;
}

export async function drawn(sheet: Sheet, format: PosterFormat, now: number): Promise<Buffer> {
  return format === 'pdf' ? pdfOf(sheet, now) : Buffer.from(svgOf(sheet));
}

/** "high-street-cy-en-a4.pdf" */
export function fileNameOf(flow: Flow, edition: Edition, size: PaperSize, format: PosterFormat): string {
  return `${flow.id}-${languagesOf(edition).join('-')}-${size.toLowerCase()}.${format}`;
}

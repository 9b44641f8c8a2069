import type { Language } from '#domain/words.ts';
import type { Invitation } from './invitation.ts';
import { wrap } from './lines.ts';
import type { Page } from './page.ts';
import type { Part } from './sheet.ts';

export interface Band {
  height: number;
  fits: boolean;
  parts: Part[];
}

/** Across the top in the organisation's colour: who asks, and what about, in each language. */
export function bandOf(invitations: readonly Invitation[], on: Page): Band {
  const { margin, scale, width, colour } = on;
  const inner = width - 2 * margin;
  const size = Math.max((on.columns === 1 ? 46 : 36) * scale, on.body * 1.5);
  const parts: Part[] = [];
  let y = margin * 0.8;
  let fits = true;
  const say = (
    words: string,
    language: Language,
    style: { size: number; bold: boolean },
    heading: boolean,
  ) => {
    const weight = style.bold ? 'bold' : 'regular';
    const at = { x: margin, y, width: inner };
    const said = wrap(words, language, { size: style.size, weight, colour: '#ffffff', leading: 1.2 }, at);
    parts.push({ role: heading ? 'heading' : 'paragraph', language, words, alt: null, marks: said.marks });
    y += said.height;
    fits &&= said.fits;
  };
  const names = invitations.filter(
    ({ organisation }, at) => invitations.findIndex((one) => one.organisation === organisation) === at,
  );
  const [name] = names;
  if (name !== undefined) {
    const all = names.map(({ organisation }) => organisation).join('  |  ');
    say(all, name.language, { size: Math.max(on.body, 18 * scale), bold: false }, false);
  }
  y += 4 * scale;
  for (const { title, language } of invitations) say(title, language, { size, bold: true }, true);
  const height = y + margin * 0.6;
  const ground: Part = {
    role: 'decoration',
    language: invitations[0]?.language ?? 'en',
    words: null,
    alt: null,
    marks: [{ kind: 'box', x: 0, y: 0, width, height, fill: colour }],
  };
  return { height, fits, parts: [ground, ...parts] };
}

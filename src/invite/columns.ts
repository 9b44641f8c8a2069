import { type Block, ink } from './block.ts';
import { codesOf } from './codes.ts';
import type { Invitation } from './invitation.ts';
import { type Style, wrap } from './lines.ts';
import type { Page } from './page.ts';

/** A column from top to bottom; the last block stands at the foot of the page. */
export function blocksOf(invitation: Invitation, on: Page): Block[] {
  const large = on.columns === 1 ? 1 : 0.8;
  const style = (size: number, weight: Style['weight'], colour = ink): Style => ({
    size: Math.max(size, on.body),
    weight,
    colour,
    leading: 1.3,
  });
  const words = (said: string, given: Style) => paragraphs([said], given, invitation, on);
  return [
    words(invitation.question, style(25 * on.scale * large, 'regular')),
    boxed(words(invitation.how, style(31 * on.scale * large, 'bold', on.colour)), on),
    codesOf(invitation, on),
    above(
      words(invitation.closes, style(on.body, 'bold')),
      paragraphs(invitation.facts, style(on.body, 'regular'), invitation, on),
      on.body / 4,
    ),
    words(invitation.contact, style(on.body, 'bold')),
  ];
}

function paragraphs(all: readonly string[], style: Style, { language }: Invitation, on: Page): Block {
  const space = style.size * 0.25;
  const set = (x: number, y: number) => {
    let down = y;
    return all.map((words) => {
      const said = wrap(words, language, style, { x, y: down, width: on.column });
      down += said.height + space;
      return said;
    });
  };
  const measured = set(0, 0);
  return {
    height: measured.reduce((sum, { height }) => sum + height + space, -space),
    fits: measured.every(({ fits }) => fits),
    draw: (x, y) =>
      set(x, y).map(({ marks }, at) => ({
        role: 'paragraph',
        language,
        words: all[at] ?? null,
        alt: null,
        marks,
      })),
  };
}

/** Between two thick lines: what somebody who walks past is to remember. */
function boxed(block: Block, on: Page): Block {
  const thick = 4 * on.scale;
  const inner = 10 * on.scale;
  const height = block.height + 2 * (thick + inner);
  return {
    height,
    fits: block.fits,
    draw: (x, y) => {
      const line = { kind: 'box', x, width: on.column, height: thick, fill: on.colour } as const;
      const lines = [
        { ...line, y },
        { ...line, y: y + height - thick },
      ];
      return [
        { role: 'decoration', language: 'en', words: null, alt: null, marks: lines },
        ...block.draw(x, y + thick + inner),
      ];
    },
  };
}

function above(upper: Block, lower: Block, space: number): Block {
  return {
    height: upper.height + space + lower.height,
    fits: upper.fits && lower.fits,
    draw: (x, y) => [...upper.draw(x, y), ...lower.draw(x, y + upper.height + space)],
  };
}

import { rightToLeft } from '#domain/words.ts';
import { text } from '#texts/text.ts';
import { type Block, ink } from './block.ts';
import { type Code, codeOf, QUIET } from './code.ts';
import type { Door, Invitation } from './invitation.ts';
import { type Style, wrap } from './lines.ts';
import type { Page } from './page.ts';
import type { Mark, Part } from './sheet.ts';

/** Smaller than this an old phone at arm's length does not read it: 2.5 cm. */
const SMALLEST = 71;

/** The codes of all doors side by side, each with its name and what it leads to. */
export function codesOf(invitation: Invitation, on: Page): Block {
  const { doors, language, scan } = invitation;
  const abreast = Math.min(doors.length, on.columns === 1 ? 4 : 2);
  const space = on.body;
  const widest = (on.column - space * (abreast - 1)) / abreast;
  const size = Math.min(Math.max(160 * on.scale, SMALLEST), widest);
  const cell = Math.min(widest, Math.max(size, on.body * 11));
  const label: Style = { size: on.body, weight: 'bold', colour: ink, leading: 1.3 };
  const plain: Style = { ...label, weight: 'regular' };
  const under = (door: Door, x: number, y: number) => {
    const name = wrap(door.label, language, label, { x, y, width: cell });
    const at = wrap(door.at.replace(/[/.]/g, '$&\u200e\u200b'), language, plain, {
      x,
      y: y + name.height,
      width: cell,
    });
    return {
      marks: [...name.marks, ...at.marks],
      height: name.height + at.height,
      fits: name.fits && at.fits,
    };
  };
  const lead = wrap(scan, language, plain, { x: 0, y: 0, width: on.column });
  const below = doors.map((door) => under(door, 0, 0));
  const gap = space * 0.5;
  /** Where each line of codes begins, and where the last one ends. */
  const tops = [lead.height];
  for (let at = 0; at < doors.length; at += abreast) {
    const tallest = Math.max(...below.slice(at, at + abreast).map(({ height }) => height));
    tops.push((tops.at(-1) ?? 0) + size + tallest + gap);
  }

  const start = rightToLeft.has(language) ? on.column - abreast * (cell + space) + space : 0;

  const codes = new Map<Door, Code>();
  const drawDoor = (door: Door, index: number, x: number, y: number): Part => {
    const place = index % abreast;
    const column = rightToLeft.has(language) ? abreast - 1 - place : place;
    const left = x + start + column * (cell + space);
    const top = y + (tops[Math.floor(index / abreast)] ?? 0);
    const code = codes.get(door) ?? codeOf(door.link);
    codes.set(door, code);
    // Dark against the edge of the words: the quiet zone lies in the white beside them.
    const quiet = (size * QUIET) / code.size;
    const x0 = rightToLeft.has(language) ? left + cell - size + quiet : left - quiet;
    const mark: Mark = { kind: 'code', x: x0, y: top, size, code };
    return {
      role: 'figure',
      language,
      words: null,
      alt: text(language, 'poster.code', { label: door.label, at: door.at }),
      marks: [mark, ...under(door, left, top + size).marks],
    };
  };
  return {
    height: (tops.at(-1) ?? 0) - gap,
    fits: lead.fits && below.every(({ fits }) => fits) && size >= SMALLEST,
    draw: (x, y) => [
      {
        role: 'paragraph',
        language,
        words: scan,
        alt: null,
        marks: wrap(scan, language, plain, { x, y, width: on.column }).marks,
      },
      ...doors.map((door, index) => drawDoor(door, index, x, y)),
    ],
  };
}

import type { Mark, Sheet } from './sheet.ts';
import { outline, shape } from './typefaces.ts';

/** A sheet as SVG, with its letters as shapes: it prints alike everywhere, whichever fonts are there. */
export function svgOf(sheet: Sheet): string {
  const letters = new Map<string, string>();
  const body = sheet.parts.map(
    ({ alt, language, marks }) =>
      `<g lang="${language}"${alt === null ? '' : ` role="img" aria-label="${escaped(alt)}"`}>${marks.map((mark) => drawn(mark, letters)).join('')}</g>`,
  );
  const shapes = [...letters].map(([id, path]) => `<path id="${id}" d="${path}"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres(sheet.width)}mm" height="${millimetres(sheet.height)}mm" viewBox="0 0 ${sheet.width} ${sheet.height}" lang="${sheet.language}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(sheet.title)}</title><desc>${escaped(sheet.author)}</desc>`,
    `<defs>${shapes.join('')}</defs>`,
    `<rect width="${sheet.width}" height="${sheet.height}" fill="#ffffff"/>`,
    ...body,
    '</svg>\n',
  ].join('\n');
}

function drawn(mark: Mark, letters: Map<string, string>): string {
  if (mark.kind === 'box')
    return `<rect x="${short(mark.x)}" y="${short(mark.y)}" width="${short(mark.width)}" height="${short(mark.height)}" fill="${mark.fill}"/>`;
  if (mark.kind === 'code') {
    const scale = mark.size / mark.code.size;
    return `<path transform="translate(${short(mark.x)} ${short(mark.y)}) scale(${scale.toFixed(5)})" d="${mark.code.path}" fill="#000000" shape-rendering="crispEdges"/>`;
  }
  const { run, weight, size } = mark;
  const each = size / 1000;
  let x = mark.x;
  const uses = shape(run, weight).glyphs.map((glyph) => {
    const id = `${run.script}-${weight}-${glyph.id}`;
    const at = [x + glyph.dx * each, mark.baseline - glyph.dy * each];
    x += glyph.advance * each;
    const { path, units } = outline(run.script, weight, glyph.id);
    if (path === '') return '';
    letters.set(id, path);
    const scale = size / units;
    return `<use href="#${id}" transform="translate(${at.map(short).join(' ')}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})"/>`;
  });
  return `<g fill="${mark.colour}">${uses.join('')}</g>`;
}

function short(points: number): string {
  return String(Number(points.toFixed(2)));
}

function millimetres(points: number): string {
  return ((points * 25.4) / 72).toFixed(1);
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

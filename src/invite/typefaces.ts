import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { Run, Script, Weight } from './sheet.ts';

interface Shaped {
  glyphs: { id: number }[];
  positions: { xAdvance: number; xOffset: number; yOffset: number }[];
}

/** The part of fontkit's fonts that is used here: pdfkit shapes its text with them, and measures by them. */
interface Font {
  unitsPerEm: number;
  layout(text: string): Shaped;
  getGlyph(id: number): { path: { toSVG(): string } };
}

export interface Glyph {
  id: number;
  /** In thousandths of the size, from where the glyph before it ended. */
  advance: number;
  dx: number;
  dy: number;
}

/** Noto: free to embed, and the same hand in each of our scripts. */
export const fontFiles: Record<Script, Record<Weight, string>> = {
  latin: {
    regular: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    ),
    bold: fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
  },
  bengali: {
    regular: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf'),
    ),
    bold: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/noto-sans-bengali/700Bold/NotoSansBengali_700Bold.ttf'),
    ),
  },
  arabic: {
    regular: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf'),
    ),
    bold: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'),
    ),
  },
};

const opened = new Map<string, Font>();
const shapes = new Map<string, { glyphs: Glyph[]; width: number }>();
/** One poster has a few hundred different words; a flow that is edited all day must not fill the memory. */
const MOST_SHAPES = 5000;

/** The glyphs of a run, as they stand from left to right, and its width, for a size of 1000. */
export function shape(run: Run, weight: Weight): { glyphs: Glyph[]; width: number } {
  const name = `${run.script}:${weight}:${run.text}`;
  const known = shapes.get(name);
  if (known !== undefined) return known;
  const font = fontOf(run.script, weight, 'shapes');
  const scale = 1000 / font.unitsPerEm;
  const { glyphs, positions } = font.layout(run.text.replaceAll('\u00a0', ' '));
  const shaped = glyphs.map(({ id }, at): Glyph => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    return { id, advance: xAdvance * scale, dx: xOffset * scale, dy: yOffset * scale };
  });
  const made = { glyphs: shaped, width: shaped.reduce((sum, { advance }) => sum + advance, 0) };
  if (shapes.size >= MOST_SHAPES) shapes.clear();
  shapes.set(name, made);
  return made;
}

/** The outline of a glyph as an SVG path, upwards, in units of the font: how many a size has. */
export function outline(script: Script, weight: Weight, id: number): { path: string; units: number } {
  const font = fontOf(script, weight, 'outlines');
  return { path: font.getGlyph(id).path.toSVG(), units: font.unitsPerEm };
}

/**
 * fontkit remembers a glyph as it was first asked for. A letter that was first met as a part of another's outline is not
 * known as a letter any more, and Bangla comes apart: so outlines are read from a second copy.
 */
function fontOf(script: Script, weight: Weight, use: 'shapes' | 'outlines'): Font {
  const name = fontFiles[script][weight];
  const copy = `${use}:${name}`;
  let font = opened.get(copy);
  if (font === undefined) {
    // Both drawers must break lines alike, so both take pdfkit's own reading of the file.
    const holder = new PDFDocument({ autoFirstPage: false }).font(name) as unknown as {
      _font: { font: Font };
    };
    font = holder._font.font;
    opened.set(copy, font);
  }
  return font;
}

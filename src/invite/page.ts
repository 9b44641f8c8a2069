import type { PaperSize, Part } from './sheet.ts';

export const papers = {
  A4: { width: 595.28, height: 841.89, margin: 40, body: 14 },
  A5: { width: 419.53, height: 595.28, margin: 26, body: 11 },
};

/** One try at a page: the paper, and how large the words are. Points throughout. */
export interface Page {
  width: number;
  height: number;
  margin: number;
  colour: string;
  /** Of one column. */
  column: number;
  columns: number;
  body: number;
  /** What large words and codes are multiplied by. */
  scale: number;
  /** The least room between two blocks. */
  gap: number;
  left(column: number): number;
  /** The line between two columns. */
  rule(from: number, to: number): Part[];
}

export interface Sizes {
  body: number;
  scale: number;
}

/** What large words and codes are multiplied by: tried down to a `step`. */
export const scales = { largest: 1.6, smallest: 0.4, step: 0.02 };
export const smallestBody = 6;

/** From the largest small words to the smallest. */
export function bodies(size: PaperSize): number[] {
  const { body } = papers[size];
  return Array.from({ length: body - smallestBody }, (_, at) => body - at);
}

export function page(size: PaperSize, colour: string, columns: number, { body, scale }: Sizes): Page {
  const { width, height, margin } = papers[size];
  const between = columns === 1 ? 0 : margin;
  const column = (width - 2 * margin - between * (columns - 1)) / columns;
  const left = (at: number) => margin + at * (column + between);
  return {
    width,
    height,
    margin,
    colour,
    column,
    columns,
    body,
    scale: (scale * width) / papers.A4.width,
    gap: body * 0.7,
    left,
    rule: (from, to) =>
      Array.from({ length: columns - 1 }, (_, at) => ({
        role: 'decoration',
        language: 'en',
        words: null,
        alt: null,
        marks: [
          {
            kind: 'box',
            x: left(at + 1) - between / 2 - 0.5,
            y: from,
            width: 1,
            height: to - from,
            fill: '#b1b4b6',
          },
        ],
      })),
  };
}

import { type Language, rightToLeft } from '#domain/words.ts';
import { runsOf } from './runs.ts';
import type { Mark, Run, Script, Weight } from './sheet.ts';
import { shape } from './typefaces.ts';

export interface Style {
  size: number;
  weight: Weight;
  colour: string;
  /** Line height as a multiple of the size; Urdu and Bangla need more room above and below. */
  leading: number;
}

interface Wrapped {
  marks: Mark[];
  height: number;
  /** False where a single word is wider than the column. */
  fits: boolean;
}

/** Naskh and Bangla letters look smaller than Latin ones of the same size. */
const enlarged: Record<Script, number> = { latin: 1, bengali: 1.06, arabic: 1.2 };
const tall: Partial<Record<Language, number>> = { bn: 1.12, ur: 1.3 };

/** A paragraph in a column: ragged at its end, which is the left in Urdu. Lines break at blanks that may end a line. */
export function wrap(
  words: string,
  language: Language,
  { size, weight, colour, leading }: Style,
  { x, y, width }: { x: number; y: number; width: number },
): Wrapped {
  const direction = rightToLeft.has(language) ? 'right' : 'left';
  const step = size * leading * (tall[language] ?? 1);
  const lines = broken(words, (line) => widthOf(line, direction, weight) * size <= width);
  const marks = lines.flatMap((line, at): Mark[] => {
    const wide = widthOf(line, direction, weight) * size;
    let from = direction === 'right' ? x + width - wide : x;
    // The letters stand in the middle of their line's height, a little low as capitals need.
    const baseline = y + at * step + step / 2 + size * 0.36;
    return runsOf(line, direction).map((run): Mark => {
      const own = size * enlarged[run.script];
      const mark: Mark = { kind: 'run', x: from, baseline, size: own, weight, colour, run };
      from += widthOfRun(run, weight) * size;
      return mark;
    });
  });
  const widest = Math.max(0, ...lines.map((line) => widthOf(line, direction, weight) * size));
  return { marks, height: lines.length * step, fits: widest <= width + 0.01 };
}

/** A line may end at a blank, and unseen at a zero-width one, as in a long web address. */
function broken(words: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.match(/[^ \u200b]+[ \u200b]*/gu) ?? []) {
    if (line !== '' && !fits(shown(line + word))) {
      lines.push(shown(line));
      line = '';
    }
    line += word;
  }
  return line === '' ? lines : [...lines, shown(line)];
}

function shown(line: string): string {
  return line.replaceAll('\u200b', '').trimEnd();
}

/** In multiples of the size. */
function widthOf(line: string, direction: 'left' | 'right', weight: Weight): number {
  return runsOf(line, direction).reduce((sum, run) => sum + widthOfRun(run, weight), 0);
}

function widthOfRun(run: Run, weight: Weight): number {
  return (shape(run, weight).width * enlarged[run.script]) / 1000;
}

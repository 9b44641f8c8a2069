import type { Run, Script } from './sheet.ts';

type Direction = 'left' | 'right';

const arabic = /\p{Script_Extensions=Arabic}/u;
const bengali = /[\p{Script=Bengali}\u0964\u0965]/u;
/** The unseen mark, too, that says that a stop after it belongs to a web address. */
const strong = /[\p{L}\p{M}\p{N}@+\u200e]/u;
const mirrored: Record<string, string> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' };

interface Stretch {
  text: string;
  script: Script | null;
}

/**
 * One line as runs from left to right, as they are seen. A keyword or a number in a line of Urdu stays as it is typed:
 * digits with a blank between them are one number, whatever the general rules for mixed directions say.
 */
export function runsOf(line: string, direction: Direction): Run[] {
  const stretches = settled(stretchesOf(line), direction);
  const runs = stretches.map(({ text, script }): Run => {
    const rightToLeft = script === 'arabic';
    return { text: rightToLeft ? mirror(text) : text.replaceAll('\u200e', ''), script, rightToLeft };
  });
  return direction === 'right' ? runs.reverse() : runs;
}

function stretchesOf(line: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const letter of line) {
    const script = scriptOf(letter);
    const last = stretches.at(-1);
    if (last?.script === script && last !== undefined) last.text += letter;
    else stretches.push({ text: letter, script });
  }
  return stretches;
}

function scriptOf(letter: string): Script | null {
  if (/[،؛؟۔]/u.test(letter)) return 'arabic';
  if (arabic.test(letter) && /[\p{L}\p{M}]/u.test(letter)) return 'arabic';
  if (bengali.test(letter)) return 'bengali';
  return strong.test(letter) ? 'latin' : null;
}

/** Blanks and stops belong to what is on both sides of them; else to the line, or to what comes before. */
function settled(stretches: Stretch[], direction: Direction): { text: string; script: Script }[] {
  const runs: { text: string; script: Script }[] = [];
  stretches.forEach(({ text, script }, at) => {
    const before = runs.at(-1);
    const after = stretches[at + 1]?.script ?? null;
    const taken =
      script ?? (direction === 'left' ? (before?.script ?? after ?? 'latin') : around(before?.script, after));
    if (before?.script === taken) before.text += text;
    else runs.push({ text, script: taken });
  });
  return runs;
}

function around(before: Script | undefined, after: Script | null): Script {
  return before === 'latin' && after === 'latin' ? 'latin' : 'arabic';
}

function mirror(text: string): string {
  return text.replace(/[()[\]«»]/gu, (letter) => mirrored[letter] ?? letter);
}

import { readFileSync } from 'node:fs';
import type { LineProblem } from '#review/csvRows.ts';
import { Refused } from './faults.ts';

/** A file that a command was given. Throws Refused where it cannot be read. */
export function readGiven(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Refused(`${file} cannot be read. Check its name, and that you may open it.`);
  }
}

/** What to put right in it, and where. */
export function inWords({ line, column, text }: LineProblem): string {
  return `line ${line}${column === null ? '' : `, ${column}`}: ${text}`;
}

/** An error keeps a flow from being used; a warning is said and lets it through. */
export type Level = 'error' | 'warning';

/** One thing that is wrong with a flow file, said to whoever wrote it. */
export interface FlowProblem {
  /** As the reader would name it: `flows/high-street.yaml`. */
  file: string;
  /** From 1. */
  line: number;
  /** The id of the rule that it breaks: `hearback flows rules` lists them. */
  rule: string;
  level: Level;
  what: string;
  /** How to put it right. */
  fix: string;
}

/** A problem before it is known where in the file it stands. */
export interface Finding extends Omit<FlowProblem, 'file' | 'line'> {
  /** Keys and indexes from the top of the file to what is wrong, e.g. ['steps', 2, 'ask', 'cy']. */
  path: readonly PropertyKey[];
}

/** A path in words: "steps 3 ask cy", the third step's question in Welsh; lists count from 1 as people do. */
export function named(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(' ');
}

/** Flow files that cannot be used. Carries every problem of every file, so that one round of corrections is enough. */
export class FlowError extends Error {
  readonly problems: readonly FlowProblem[];

  constructor(problems: readonly FlowProblem[]) {
    super(problems.map(({ file, line, what, fix }) => `${file}:${line}: ${what}; ${fix}`).join('\n'));
    this.name = 'FlowError';
    this.problems = problems;
  }
}

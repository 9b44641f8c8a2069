import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { FileRule } from './lint/file-rules.ts';
import type { Finding, FlowProblem } from './problems.ts';

const largest = 256 * 1024;
/** Enough to share a text between steps, too few for a file that unfolds to fill the memory. */
const aliases = 50;
/** What is wrong with the marks of a file is mostly one thing, and the rest follows from it: the first of a line is told. */
const mostProblems = 10;

export interface YamlFile {
  value: unknown;
  /** The line, from 1, of what a path leads to; of the nearest thing above it where it is missing. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads one YAML 1.2 document and keeps where everything stood in it. */
export function readYaml(source: string, file: string): YamlFile | { problems: FlowProblem[] } {
  const refuse = (line: number, what: string, fix: string) => ({
    problems: [notYaml(file, line, what, fix)],
  });
  if (source.length > largest)
    return refuse(1, `the file is over ${largest / 1024} KB`, 'split it into several flows');
  const lines = new LineCounter();
  try {
    const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
    const wrong = [...document.errors, ...document.warnings].map((error) => {
      const { line } = lines.linePos(error.pos[0]);
      return notYaml(file, line, `this is not valid YAML: ${error.message}`, fixFor(error.code));
    });
    if (wrong.length > 0)
      return {
        problems: [...new Map(wrong.toReversed().map((one) => [one.line, one])).values()]
          .toReversed()
          .slice(0, mostProblems),
      };
    return {
      value: document.toJS({ maxAliasCount: aliases }),
      lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
    };
  } catch (error) {
    // The parser throws for aliases that unfold without end and for nesting deeper than its stack.
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    return refuse(
      1,
      'the file nests or repeats itself too much to be read',
      'write it out without so many aliases',
    );
  }
}

function notYaml(file: string, line: number, what: string, fix: string): FlowProblem {
  return { file, line, rule: 'not-yaml' satisfies FileRule, level: 'error', what, fix };
}

function fixFor(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'keep one of the two';
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  if (code === 'MULTIPLE_DOCS') return 'put one flow in each file and remove the line ---';
  return 'check the indentation, and put quotes around text that holds ": " or " #"';
}

/** The findings in the order of the file, with their lines. */
export function located(file: string, yaml: YamlFile, findings: readonly Finding[]): FlowProblem[] {
  return findings
    .map(({ path, ...said }) => ({ file, line: yaml.lineOf(path), ...said }))
    .sort((a, b) => a.line - b.line);
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: Node | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair: unknown = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!isPair(pair)) break;
      offset = rangeOf(pair.key) ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)];
      if (item === undefined) break;
      offset = rangeOf(item) ?? offset;
      node = item as Node;
    } else break;
  }
  return offset;
}

function rangeOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

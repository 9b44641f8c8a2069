import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { flowHash } from './hash.ts';
import { keywordsOf } from './keywords.ts';
import type { FileRule } from './lint/file-rules.ts';
import { FlowError, type FlowProblem } from './problems.ts';
import { type ReadFlow, readFlow } from './read-flow.ts';
import type { Flow, FlowVersion } from './schema.ts';

/** Reads and checks one flow file: either the whole flow, or every error in it by line. */
export function parseFlow(source: string, file: string): { flow: Flow } | { problems: FlowProblem[] } {
  const read = readFlow(source, file);
  return 'problems' in read ? read : { flow: read.flow };
}

/**
 * Every flow of a folder (*.yaml, by name), each named by its hash. Throws one FlowError with all the errors of
 * all the files where there are any: nothing is half loaded. Warnings stop nothing: lint.ts says them.
 */
export async function loadFlows(folder: string): Promise<FlowVersion[]> {
  const loaded: NamedFlow[] = [];
  const problems: FlowProblem[] = [];
  for (const { file, source } of await flowFiles(folder)) {
    const read = readUnlessSame(file, source);
    if ('problems' in read) problems.push(...read.problems);
    else loaded.push({ ...read, file });
  }
  problems.push(...clashes(loaded));
  if (loaded.length + problems.length === 0) problems.push(noFlow(folder));
  if (problems.length > 0) throw new FlowError(problems);
  return loaded.map(({ flow }) => ({ hash: flowHash(flow), flow }));
}

/** By name, what was read last and from what: a folder is read again when one of its files is edited. */
const readBefore = new Map<string, { source: string; read: ReadFlow }>();

function readUnlessSame(file: string, source: string): ReturnType<typeof readFlow> {
  const before = readBefore.get(file);
  const read = before?.source === source ? before.read : readFlow(source, file);
  if (!('problems' in read)) {
    readBefore.set(file, { source, read });
    return { ...read, flow: structuredClone(read.flow) };
  }
  return read;
}

export interface FlowFile {
  /** As it is named to people: `flows/high-street.yaml`. */
  file: string;
  source: string;
}

/** The flow files of a folder by name. */
export async function flowFiles(folder: string): Promise<FlowFile[]> {
  const shown = basename(resolve(folder));
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      file: `${shown}/${name}`,
      source: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

export interface NamedFlow extends ReadFlow {
  file: string;
}

export function noFlow(folder: string): FlowProblem {
  return error(
    'no-flow',
    basename(resolve(folder)),
    1,
    'there is no flow here',
    'add a .yaml file with a flow',
  );
}

/** Flows of one folder that could not be told apart: by id, or by the keyword that starts them. */
export function clashes(loaded: readonly NamedFlow[]): FlowProblem[] {
  const owners = new Map<string, string>();
  return loaded.flatMap(({ file, flow, yaml }) =>
    [
      { path: ['id'], what: `the id "${flow.id}"`, rule: 'same-flow-id' as const },
      ...keywordsOf(flow).map(({ path, word }) => ({
        path,
        what: `the keyword "${word}"`,
        rule: 'same-keyword' as const,
      })),
    ].flatMap(({ path, what, rule }) => {
      const owner = owners.get(what);
      owners.set(what, owner ?? file);
      if (owner === undefined) return [];
      return [error(rule, file, yaml.lineOf(path), `${what} is taken by ${owner}`, 'choose another')];
    }),
  );
}

function error(rule: FileRule, file: string, line: number, what: string, fix: string): FlowProblem {
  return { file, line, rule, level: 'error', what, fix };
}

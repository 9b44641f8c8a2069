import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { checkSteps } from './check-steps.ts';
import { checkWords, keywordsOf } from './check-words.ts';
import { explain } from './explain.ts';
import { flowHash } from './hash.ts';
import { FlowError, type FlowProblem } from './problems.ts';
import { located, readYaml, type YamlFile } from './read-yaml.ts';
import { type Flow, type FlowVersion, flowSchema } from './schema.ts';

/** Reads and checks one flow file: either the whole flow, or everything that is wrong with it by line. */
export function parseFlow(source: string, file: string): { flow: Flow } | { problems: FlowProblem[] } {
  const read = readFlow(source, file);
  return 'problems' in read ? read : { flow: read.flow };
}

/**
 * Every flow of a folder (*.yaml, by name), each named by its hash. Throws one FlowError with all the problems of
 * all the files where there are any: nothing is half loaded.
 */
export async function loadFlows(folder: string): Promise<FlowVersion[]> {
  const shown = basename(resolve(folder));
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const problems: FlowProblem[] = [];
  const loaded: Loaded[] = [];
  for (const name of names) {
    const file = `${shown}/${name}`;
    const read = readFlow(await readFile(join(folder, name), 'utf8'), file);
    if ('problems' in read) problems.push(...read.problems);
    else loaded.push({ ...read, file });
  }
  if (names.length === 0)
    problems.push({
      file: shown,
      line: 1,
      what: 'there is no flow here',
      fix: 'add a .yaml file with a flow',
    });
  problems.push(...clashes(loaded));
  if (problems.length > 0) throw new FlowError(problems);
  return loaded.map(({ flow }) => ({ hash: flowHash(flow), flow }));
}

interface Loaded {
  file: string;
  flow: Flow;
  yaml: YamlFile;
}

function readFlow(
  source: string,
  file: string,
): { flow: Flow; yaml: YamlFile } | { problems: FlowProblem[] } {
  const yaml = readYaml(source, file);
  if ('problems' in yaml) return yaml;
  const parsed = flowSchema.safeParse(yaml.value);
  const findings = parsed.success
    ? [...checkSteps(parsed.data), ...checkWords(parsed.data)]
    : parsed.error.issues.flatMap((issue) => explain(issue, yaml.value));
  if (parsed.success && findings.length === 0) return { flow: parsed.data, yaml };
  return { problems: located(file, yaml, findings) };
}

/** Two flows that could not be told apart: by id, or by the keyword that starts them. */
function clashes(loaded: readonly Loaded[]): FlowProblem[] {
  const owners = new Map<string, string>();
  return loaded.flatMap(({ file, flow, yaml }) =>
    [
      { path: ['id'], what: `the id "${flow.id}"`, key: `id ${flow.id}` },
      ...keywordsOf(flow).map(({ path, word }) => ({
        path,
        what: `the keyword "${word}"`,
        key: `keyword ${word}`,
      })),
    ].flatMap(({ path, what, key }) => {
      const owner = owners.get(key);
      owners.set(key, owner ?? file);
      if (owner === undefined) return [];
      return [{ file, line: yaml.lineOf(path), what: `${what} is taken by ${owner}`, fix: 'choose another' }];
    }),
  );
}

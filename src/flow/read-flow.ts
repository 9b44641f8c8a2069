import { explain } from './explain.ts';
import { mustRules } from './lint/must.ts';
import { findings } from './lint/rule.ts';
import type { FlowProblem } from './problems.ts';
import { located, readYaml, type YamlFile } from './read-yaml.ts';
import { type Flow, flowSchema } from './schema.ts';

/** A flow that may be used, and where everything stands in its file. */
export interface ReadFlow {
  flow: Flow;
  yaml: YamlFile;
}

/** Reads one flow file by the rules without which no flow is used: the whole flow, or every error by line. */
export function readFlow(source: string, file: string): ReadFlow | { problems: FlowProblem[] } {
  const yaml = readYaml(source, file);
  if ('problems' in yaml) return yaml;
  const parsed = flowSchema.safeParse(yaml.value);
  const found = parsed.success
    ? findings(mustRules, parsed.data)
    : parsed.error.issues.flatMap((issue) => explain(issue, yaml.value));
  if (parsed.success && found.length === 0) return { flow: parsed.data, yaml };
  return { problems: located(file, yaml, found) };
}

import { clashes, type FlowFile, type NamedFlow, noFlow } from '#flow/load.ts';
import type { FlowProblem } from '#flow/problems.ts';
import { readFlow } from '#flow/read-flow.ts';
import { located, readYaml } from '#flow/read-yaml.ts';
import { flowSchema } from '#flow/schema.ts';
import { findings } from './rule.ts';
import { shouldRules } from './should.ts';
import { unwaived } from './waivers.ts';

/** What is to be put right, by line. Only errors keep a flow from being used. */
export interface Lint {
  errors: FlowProblem[];
  warnings: FlowProblem[];
}

/** Everything that the rules say of one flow file. Pure: the same source gives the same answer. */
export function lintFlow(source: string, file: string): Lint {
  const read = readFlow(source, file);
  const yaml = readYaml(source, file);
  const errors = 'problems' in read ? read.problems : [];
  if ('problems' in yaml) return { errors, warnings: [] };
  // A flow with errors is still read for its words, so that one round of corrections is enough.
  const parsed = flowSchema.safeParse(yaml.value);
  if (!parsed.success) return { errors, warnings: [] };
  return {
    errors,
    warnings: unwaived(source, file, located(file, yaml, findings(shouldRules, parsed.data))),
  };
}

/** All files of one folder, with what is wrong between them. */
export function lintFiles(files: readonly FlowFile[], folder: string): Lint {
  if (files.length === 0) return { errors: [noFlow(folder)], warnings: [] };
  const each = files.map(({ source, file }) => lintFlow(source, file));
  const usable = files.flatMap(({ source, file }): NamedFlow[] => {
    const read = readFlow(source, file);
    return 'problems' in read ? [] : [{ ...read, file }];
  });
  return {
    errors: [...each.flatMap(({ errors }) => errors), ...clashes(usable)],
    warnings: each.flatMap(({ warnings }) => warnings),
  };
}

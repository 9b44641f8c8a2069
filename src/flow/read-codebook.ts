import { z } from 'zod';
import { explain } from './explain.ts';
import type { FlowProblem } from './problems.ts';
import { located, readYaml } from './read-yaml.ts';
import { themeSchema } from './schema.ts';

/** A theme as a file has it: what is empty may be left out. */
export type WrittenTheme = z.input<typeof themeSchema>;

interface ReadTheme {
  /** Where it begins in the file, from 1. */
  line: number;
  theme: z.infer<typeof themeSchema>;
}

const schema = z.object({ codebook: z.array(themeSchema) });

/** The codebook of a YAML file: of a whole flow file, of its codebook alone, or a list of themes. */
export function readCodebook(source: string, file: string): ReadTheme[] | { problems: FlowProblem[] } {
  const yaml = readYaml(source, file);
  if ('problems' in yaml) return yaml;
  const isList = Array.isArray(yaml.value);
  const value = isList ? { codebook: yaml.value } : yaml.value;
  const lineOf = (path: readonly PropertyKey[]) => yaml.lineOf(isList ? path.slice(1) : path);
  const parsed = schema.safeParse(value);
  if (parsed.success)
    return parsed.data.codebook.map((theme, i) => ({ line: lineOf(['codebook', i]), theme }));
  const found = parsed.error.issues.flatMap((issue) => explain(issue, value));
  return { problems: located(file, { value, lineOf }, found) };
}

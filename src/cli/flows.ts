import { readConfig } from '#config.ts';
import { flowJsonSchema } from '#flow/json-schema.ts';
import { lintFiles } from '#flow/lint/lint.ts';
import { rules } from '#flow/lint/rules.ts';
import { flowFiles, loadFlows } from '#flow/load.ts';
import type { FlowProblem } from '#flow/problems.ts';

/** One line a flow: what it is called, in which languages, and what people text to begin it. */
export async function list(json: boolean): Promise<void> {
  const flows = (await loadFlows(readConfig().flowsDir)).map(({ hash, flow }) => ({
    id: flow.id,
    version: hash,
    title: flow.title.en ?? flow.title.cy,
    languages: flow.languages,
    keywords: Object.values(flow.keywords).flat(),
    opens: flow.frame.opens,
    closes: flow.frame.closes,
  }));
  if (json) return print(JSON.stringify(flows, null, 2));
  for (const { id, version, languages, keywords, closes } of flows) {
    print(
      `${id}  ${languages.join(', ')}  until ${closes}  text: ${keywords.join(', ')}  (version ${version})`,
    );
  }
}

/** Exit code 1 where there are errors; warnings alone give 0, unless they are asked to count. */
export async function lint(
  folder: string | undefined,
  { json, strict }: { json?: boolean; strict?: boolean },
): Promise<void> {
  const from = folder ?? readConfig().flowsDir;
  const files = await flowFiles(from);
  const { errors, warnings } = lintFiles(files, from);
  if (errors.length > 0 || (strict === true && warnings.length > 0)) process.exitCode = 1;
  const problems = [...errors, ...warnings];
  const figures = { flows: files.length, errors: errors.length, warnings: warnings.length };
  if (json === true) return print(JSON.stringify({ problems, ...figures }, null, 2));
  for (const problem of problems) print(inWords(problem));
  print(summary(files.length, errors.length, warnings.length));
}

/** Every rule with what it asks and what to do about it. */
export function listRules(json: boolean): void {
  if (json) return print(JSON.stringify(rules, null, 2));
  for (const { id, level, sentence, fix } of rules) print(`${level}  ${id}\n  ${sentence}\n  Fix: ${fix}.`);
}

/** The JSON Schema that editors use. */
export function schema(): void {
  process.stdout.write(flowJsonSchema());
}

function inWords({ file, line, level, rule, what, fix }: FlowProblem): string {
  return `${file}:${line}: ${level} ${rule}: ${what}; ${fix}`;
}

function summary(files: number, errors: number, warnings: number): string {
  const flows = count(files, 'flow');
  if (errors + warnings === 0) return `${flows}, nothing to put right.`;
  return `${flows}, ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

import { readFileSync } from 'node:fs';
import { evaluate as judge } from '#theming/evaluate.ts';
import type { Protocol, Shots } from '#theming/figures.ts';
import { type DiscoveryFigures, judgeDiscovery } from '#theming/judgeDiscovery.ts';
import { Refused } from './faults.ts';
import { type LabelledSet, readLabelledSet } from './labelledSet.ts';

export interface EvaluateOptions {
  responses: string;
  codebook: string;
  shots: Shots[];
  seeds: number;
  discover?: boolean;
  json?: boolean;
}

/** More are not read by anybody: the first show what is wrong with the rest. */
const MOST_PROBLEMS = 20;

/** How good the local classifier is on a labelled set, and with --discover the groups that it finds without one. */
export async function evaluate(options: EvaluateOptions): Promise<void> {
  const set = readSet(options);
  if (set === null) return;
  const { responses, codebook } = set;
  const { shots, seeds } = options;
  const protocols = judge(responses, codebook, { shots, seeds, now: () => performance.now() });
  const discovery = options.discover === true ? judgeDiscovery(responses) : null;
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ protocols, ...(discovery === null ? {} : { discovery }) })}\n`
      : `${inWords(protocols, discovery).join('\n')}\n`,
  );
}

function readSet({ responses, codebook }: EvaluateOptions): LabelledSet | null {
  const problems: Parameters<typeof readLabelledSet>[1] = [];
  const set = readLabelledSet({ responses: read(responses), codebook: read(codebook) }, problems);
  if (problems.length === 0) return set;
  for (const { file, problem } of problems.slice(0, MOST_PROBLEMS)) {
    const { line, column, text } = problem;
    process.stderr.write(`${file}, line ${line}${column === null ? '' : `, ${column}`}: ${text}\n`);
  }
  if (problems.length > MOST_PROBLEMS)
    process.stderr.write(`And ${problems.length - MOST_PROBLEMS} more of these.\n`);
  process.exitCode = 1;
  return null;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Refused(`${file} cannot be read. Check its name, and that you may open it.`);
  }
}

function inWords(protocols: readonly Protocol[], discovery: DiscoveryFigures | null): string[] {
  const share = (value: number) => value.toFixed(3).padStart(8);
  const rows = protocols.map(
    ({ shots, top1, top3, macroF1, sampleF1, seconds, responses }) =>
      `${String(shots).padStart(5)}${[top1, top3, macroF1, sampleF1].map(share).join('')}${seconds.toFixed(2).padStart(9)}${String(responses).padStart(11)}`,
  );
  const groups =
    discovery === null
      ? []
      : [
          '',
          `Without a codebook: ${discovery.groups} groups, adjusted mutual information ${discovery.ami.toFixed(3)}`,
        ];
  return ['shots    top1    top3 macroF1 sampleF1 seconds  responses', ...rows, ...groups];
}

import type { LineProblem } from '#review/csvRows.ts';
import { evaluate as judge } from '#theming/evaluate.ts';
import type { Protocol, Shots } from '#theming/figures.ts';
import { type DiscoveryFigures, judgeDiscovery } from '#theming/judgeDiscovery.ts';
import { inWords, readGiven } from './csv-file.ts';
import { type LabelledSet, readLabelledSet } from './read-labelled-set.ts';

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
  sayWhatIsShort(set, shots);
  const protocols = judge(responses, codebook, { shots, seeds, now: () => performance.now() });
  const discovery = options.discover === true ? judgeDiscovery(responses) : null;
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ protocols, ...(discovery === null ? {} : { discovery }) })}\n`
      : `${asTable(protocols, discovery).join('\n')}\n`,
  );
}

function readSet({ responses, codebook }: EvaluateOptions): LabelledSet | null {
  const problems: Parameters<typeof readLabelledSet>[1] = [];
  const set = readLabelledSet({ responses: readGiven(responses), codebook: readGiven(codebook) }, problems);
  const isWhole = problems.length === 0;
  say(isWhole ? set.notes.map((problem) => ({ file: 'responses', problem })) : problems);
  if (isWhole) return set;
  process.exitCode = 1;
  return null;
}

function say(found: readonly { file: string; problem: LineProblem }[]): void {
  for (const { file, problem } of found.slice(0, MOST_PROBLEMS))
    process.stderr.write(`${file}, ${inWords(problem)}\n`);
  if (found.length > MOST_PROBLEMS)
    process.stderr.write(`And ${found.length - MOST_PROBLEMS} more of these.\n`);
}

/** A theme without enough examples is learnt from those that it has, so its figures are of fewer than they say. */
function sayWhatIsShort({ responses, codebook }: LabelledSet, shots: readonly Shots[]): void {
  const learnable = responses.filter(({ split }) => split === 'train');
  const most = Math.max(0, ...shots.filter((one) => one !== 'all'));
  const short = codebook
    .map(({ id }) => ({ id, count: learnable.filter(({ themes }) => themes.includes(id)).length }))
    .filter(({ count }) => count < most);
  if (learnable.length === 0 || short.length === 0) return;
  const first = short.slice(0, MOST_PROBLEMS).map(({ id, count }) => `${id} (${count})`);
  const more = short.length > first.length ? ` and ${short.length - first.length} more` : '';
  process.stderr.write(
    `Fewer than ${most} examples to learn from: ${first.join(', ')}${more}. All that there are of these are taken.\n`,
  );
}

function asTable(protocols: readonly Protocol[], discovery: DiscoveryFigures | null): string[] {
  const names = ['shots', 'top1', 'top3', 'macroF1', 'sampleF1', 'seconds', 'responses'];
  const line = (cells: string[]) => cells.map((cell) => cell.padStart(10)).join('');
  const rows = protocols.map(({ shots, top1, top3, macroF1, sampleF1, seconds, responses }) => [
    String(shots),
    ...[top1, top3, macroF1, sampleF1].map((share) => share.toFixed(3)),
    seconds.toFixed(2),
    String(responses),
  ]);
  const table = [names, ...rows].map(line);
  if (discovery === null) return table;
  const { groups, ami } = discovery;
  return [
    ...table,
    '',
    `Without a codebook: ${groups} groups, adjusted mutual information ${ami.toFixed(3)}`,
  ];
}

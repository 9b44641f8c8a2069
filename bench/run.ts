/** `npm run bench -- NAME [--json]`: one side-by-side benchmark. Figures are ratios within one run, never promises. */
const benchmarks: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  care: () => import('./care.ts'),
  redaction: () => import('./redaction.ts'),
  theming: () => import('./theming.ts'),
  control: () => import('./control.ts'),
  turns: () => import('./turns/run.ts'),
  engine: () => import('./engine/run.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = benchmarks[name];
if (load === undefined) {
  console.error(
    `Name a benchmark: ${Object.keys(benchmarks).join(', ')}. For example: npm run bench -- turns --json`,
  );
  process.exitCode = 2;
} else {
  await (await load()).run(args);
}

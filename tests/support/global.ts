import { stopServers } from './postgres.ts';
import { abandonedRuns, beginRun, removeRun } from './run.ts';

/** Starts nothing: what a test needs is started when it asks, in the run's folder, and ends here. */
export default async function run(): Promise<() => Promise<void>> {
  for (const folder of abandonedRuns()) await end(folder);
  const folder = beginRun();
  return () => end(folder);
}

async function end(folder: string): Promise<void> {
  await stopServers(folder);
  removeRun(folder);
}

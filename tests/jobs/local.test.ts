import { expect, it } from 'vitest';
import { localJobs } from '#jobs/local.ts';
import { createLogger } from '#logger.ts';

const HOUR = 3_600_000;

it('runs each job at the start, again when nudged, and never two at once', async () => {
  const jobs = localJobs(createLogger('silent'));
  let runs = 0;
  let atOnce = 0;
  let most = 0;
  let let_go = Promise.withResolvers<void>();
  jobs.start([
    {
      name: 'count',
      everyMs: HOUR,
      run: async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        runs += 1;
        await let_go.promise;
        atOnce -= 1;
      },
    },
  ]);
  expect(runs).toBe(1);
  jobs.nudge('count');
  jobs.nudge('count');
  expect(runs).toBe(1);
  let_go.resolve();
  let_go = Promise.withResolvers<void>();
  let_go.resolve();
  await expect.poll(() => runs).toBe(2);
  await jobs.stop();
  expect(most).toBe(1);
});

it('goes on after a job that failed, and says so without what was in it', async () => {
  const lines: string[] = [];
  const jobs = localJobs(createLogger('info', { write: (line) => void lines.push(line) }));
  let runs = 0;
  jobs.start([
    {
      name: 'fails',
      everyMs: 1,
      run: async () => {
        runs += 1;
        throw new Error('could not write to +447700900123');
      },
    },
  ]);
  await expect.poll(() => runs).toBeGreaterThan(2);
  await jobs.stop();
  expect(lines[0]).toContain('a job failed and will run again');
  expect(lines.join('')).not.toContain('7700900123');
});

it('waits for what is running before it has stopped, and starts nothing more', async () => {
  const jobs = localJobs(createLogger('silent'));
  const { promise, resolve } = Promise.withResolvers<void>();
  let ended = false;
  let runs = 0;
  jobs.start([
    {
      name: 'slow',
      everyMs: 0,
      run: async () => {
        runs += 1;
        await promise;
        ended = true;
      },
    },
  ]);
  const stopped = jobs.stop();
  resolve();
  await stopped;
  expect(ended).toBe(true);
  jobs.nudge('slow');
  expect(runs).toBe(1);
});

import type { Logger } from 'pino';
import type { Job, JobRunner } from './jobs.ts';

/** Jobs in this one process, by timers. What is to be done is in the database, so a lost tick loses nothing. */
export function localJobs(log: Logger): JobRunner {
  const running = new Map<
    string,
    { job: Job; timer: NodeJS.Timeout | null; current: Promise<void> | null; again: boolean }
  >();
  let stopping = false;

  const run = (name: string) => {
    const slot = running.get(name);
    if (slot === undefined || stopping) return;
    if (slot.current !== null) {
      slot.again = true;
      return;
    }
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.again = false;
    slot.current = slot.job
      .run()
      .catch((error: unknown) => log.error({ err: error, job: name }, 'a job failed and will run again'))
      .finally(() => {
        slot.current = null;
        if (stopping) return;
        slot.timer = setTimeout(() => run(name), slot.again ? 0 : slot.job.everyMs);
      });
  };

  return {
    start: (jobs) => {
      for (const job of jobs) {
        running.set(job.name, { job, timer: null, current: null, again: false });
        run(job.name);
      }
    },
    nudge: (name) => run(name),
    stop: async () => {
      stopping = true;
      for (const { timer } of running.values()) if (timer !== null) clearTimeout(timer);
      await Promise.all([...running.values()].map(({ current }) => current));
    },
  };
}

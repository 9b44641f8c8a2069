/** Work that is done again and again beside the web: waking conversations, sending, theming. */
export interface Job {
  name: string;
  /** How long to rest between two runs, ms. A run never overlaps itself. */
  everyMs: number;
  run(): Promise<void>;
}

/** Starts jobs and stops them cleanly: `stop` waits for what is running. */
export interface JobRunner {
  start(jobs: Job[]): void;
  /** Runs a job as soon as it can, without waiting for its interval. */
  nudge(name: string): void;
  stop(): Promise<void>;
}

import { serve } from '#main.ts';

/** How soon after the first a second signal is taken for the same one: a terminal and npm both send theirs. */
const SAME_SIGNAL_MS = 1000;

/** Serves until Ctrl-C or a stop from outside, then ends cleanly; a second Ctrl-C does not wait. */
export async function runServe(): Promise<void> {
  const { stop } = await serve();
  await new Promise<void>((resolve) => {
    let asked: number | null = null;
    const ask = () => {
      if (asked !== null && performance.now() - asked > SAME_SIGNAL_MS) process.exit(130);
      asked ??= performance.now();
      resolve();
    };
    process.on('SIGINT', ask);
    process.on('SIGTERM', ask);
  });
  await stop();
  process.exit(0);
}

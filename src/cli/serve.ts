import { serve } from '#main.ts';

/** Serves until Ctrl-C or a stop from outside, then ends cleanly. */
export async function runServe(): Promise<void> {
  const { stop } = await serve();
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await stop();
}

import { setTimeout as rest } from 'node:timers/promises';

/** Rests for so long, or until whoever waits is told to stop; never throws. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await rest(ms, undefined, { signal }).catch(() => {});
}

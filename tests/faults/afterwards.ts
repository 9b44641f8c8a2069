import { onTestFinished } from 'vitest';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { type Services, services } from '#services.ts';
import { type TestClock, testClock } from '#tests/support/clock.ts';

/** Longer than any attempt's lease and any quiet period. */
export const MUCH_LATER = 15 * 60_000;

/** What the next process finds in the same place, in this process and with a clock that is `laterMs` ahead. */
export async function openLater(
  env: Record<string, string>,
  laterMs = 0,
): Promise<Services & { clock: TestClock }> {
  const clock = testClock(Date.now() + laterMs);
  const built = await services(readConfig(env), createLogger('silent'), { clock });
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= built.close());
  onTestFinished(close);
  return { ...built, clock, close };
}

/** Settles whatever nobody answers for, and sends what is left, until nothing is. */
export async function sendTheRest({ outbox, clock }: Services & { clock: TestClock }): Promise<void> {
  for (let look = 0; look < 5; look += 1) {
    await outbox.recover();
    await outbox.pump();
    clock.advance(60_000);
  }
}

const endings: (() => Promise<void>)[] = [];

/**
 * Runs after each test of every file from now on. Files share their modules, so a module that is loaded once cannot rely on
 * vitest's own `afterEach`: that is for the file alone which loaded it first.
 */
export function afterEachTest(end: () => Promise<void>): void {
  endings.push(end);
}

/** All of them, also where one fails; what failed first is thrown. */
export async function endTest(): Promise<void> {
  const ended = await Promise.allSettled(endings.map((end) => end()));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

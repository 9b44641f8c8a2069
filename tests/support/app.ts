import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '#config.ts';
import { createLogger, type Logger } from '#logger.ts';
import { type Services, services } from '#services.ts';
import { type TestClock, testClock, testIds } from '#tests/support/clock.ts';
import { createApp } from '#web/app.ts';
import { afterEachTest } from './afterwards.ts';
import { freshDataDir } from './data-dir.ts';

export interface RunningApp {
  /** Where it listens, without a slash at the end. */
  url: string;
  services: Services;
  clock: TestClock;
}

/** When the clock of these apps begins: a Friday at noon in London. */
const FRIDAY_NOON = Date.UTC(2026, 10, 20, 12);

const running: (() => Promise<void>)[] = [];

/** The real web side on a port of its own, with the shipped flows and a fresh SQLite database; stopped when the test ends. */
export async function startApp(
  given: { env?: Record<string, string>; log?: Logger } = {},
): Promise<RunningApp> {
  const dataDir = await freshDataDir('web');
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...given.env });
  const clock = testClock(FRIDAY_NOON);
  const built = await services(config, given.log ?? createLogger(config.logLevel), {
    clock,
    newId: testIds('web'),
  });
  const server = await listen(built);
  running.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await built.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, services: built, clock };
}

function listen(built: Services): Promise<Server> {
  const app = createApp(built);
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
}

afterEachTest(async () => {
  for (const stop of running.splice(0)) await stop();
});

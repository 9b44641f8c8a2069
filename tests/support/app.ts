import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { readKeys } from '#people/keys.ts';
import type { Services } from '#services.ts';
import { openStore } from '#store/open.ts';
import { type TestClock, testClock, testIds } from '#tests/support/clock.ts';
import { createApp } from '#web/app.ts';

export interface RunningApp {
  /** Where it listens, without a slash at the end. */
  url: string;
  services: Services;
  clock: TestClock;
}

/** When the clock of these apps begins: a Friday at noon in London, in quiet hours for nobody. */
export const FRIDAY_NOON = Date.UTC(2026, 10, 20, 12);

const running: (() => Promise<void>)[] = [];

/** The real web side on a port of its own, with a fresh SQLite database; stopped when the test ends. */
export async function startApp(
  overrides: { env?: Record<string, string>; services?: Partial<Services> } = {},
): Promise<RunningApp> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hearback-web-'));
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...overrides.env });
  const store = await openStore({ databaseUrl: null, dataDir });
  const clock = testClock(FRIDAY_NOON);
  const services = {
    config,
    log: createLogger(config.logLevel),
    clock,
    newId: testIds('web'),
    store,
    keys: readKeys(null, dataDir),
    flows: { current: new Map(), byHash: async () => null },
    channels: new Map(),
    twilio: null,
    telegram: null,
    ...overrides.services,
  } as unknown as Services;
  const server = await listen(services);
  running.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, services, clock };
}

function listen(services: Services): Promise<Server> {
  const app = createApp(services);
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
}

afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { type Services, services } from '#services.ts';
import { testClock, testIds } from '#tests/support/clock.ts';
import { freshDataDir } from '#tests/support/data-dir.ts';
import { createApp } from '#web/app.ts';

export const nineThirty = Date.UTC(2026, 10, 20, 9, 30);

/**
 * The whole product on a port of its own, at half past nine on a Friday, with the shipped flows and nobody in it.
 * `change` stands in for what is hard to bring about, such as a disk that is full.
 */
export async function town(
  settings: Record<string, string> = {},
  change: (built: Services) => Partial<Services> = () => ({}),
) {
  const dataDir = await freshDataDir('simulator');
  const given = { DATA_DIR: dataDir, LOG_LEVEL: 'silent', DEFAULT_FLOW: 'high-street', ...settings };
  const config = readConfig(given);
  const clock = testClock(nineThirty);
  const world = { clock, newId: testIds('town') };
  const built = await services(config, createLogger(config.logLevel), world);
  const all = { ...built, ...change(built) };
  const server = createApp(all).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  built.startJobs();
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await built.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
  return { url, services: all, clock, post };
}

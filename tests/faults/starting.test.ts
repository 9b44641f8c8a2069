import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freePort, product, settings, temporaryFolder } from './product.ts';

test('two that are started at once in one empty folder are one service, with one key', async () => {
  const DATA_DIR = temporaryFolder();
  const PORTS = [String(await freePort()), String(await freePort())];
  const both = PORTS.map((PORT) => product({ ...settings({}), PORT, DATA_DIR }));
  await Promise.all(both.map((one) => one.start()));
  for (const { url } of both) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const files = readdirSync(DATA_DIR).filter((name) => name.startsWith('hearback.key'));
  expect(files).toEqual(['hearback.key']);
  expect(statSync(path.join(DATA_DIR, 'hearback.key')).mode & 0o777).toBe(0o600);
});

const moments: Record<string, (size: (name: string) => number) => boolean> = {
  'has made its key': (size) => size('hearback.key') > 0,
  'has opened its database': (size) => size('hearback.db') >= 0,
  'begins to make its tables': (size) => size('hearback.db-wal') > 0,
  'makes its tables': (size) => size('hearback.db-wal') > 20_000,
};

test.each(Object.keys(moments))(
  'killed the first time when it %s, it starts the next time',
  async (moment) => {
    const DATA_DIR = temporaryFolder();
    const hearback = product({ ...settings({}), PORT: String(await freePort()), DATA_DIR });
    const size = (name: string) => statSync(path.join(DATA_DIR, name), { throwIfNoEntry: false })?.size ?? -1;
    let over = false;
    const started = hearback
      .start()
      .catch(() => {})
      .finally(() => {
        over = true;
      });
    while (!over && !moments[moment]!(size)) await new Promise((resolve) => setImmediate(resolve));
    await hearback.kill();
    await started;
    await hearback.start();
    expect((await fetch(`${hearback.url}/readyz`)).status).toBe(200);
  },
);

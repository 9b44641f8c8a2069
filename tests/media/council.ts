import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Inbound } from '#channels/channel.ts';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { fetchWaiting } from '#media/fetch.ts';
import { transcribeWaiting } from '#media/transcribe.ts';
import { services } from '#services.ts';
import { testClock, testIds } from '#tests/support/clock.ts';
import { freshDataDir } from '#tests/support/data-dir.ts';
import { freshDatabase } from '#tests/support/postgres.ts';
import { fridayNoon } from './room.ts';

/** The whole product without web and jobs, and one simulated phone that sends files to it. */
export async function council(dialect: 'sqlite' | 'postgres', env: Record<string, string> = {}) {
  const dataDir = await freshDataDir('media');
  const database = dialect === 'postgres' ? await freshDatabase() : null;
  const config = readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    DEFAULT_FLOW: 'high-street',
    ...(database === null ? {} : { DATABASE_URL: database.url }),
    ...env,
  });
  const clock = testClock(fridayNoon);
  const built = await services(config, createLogger('silent'), { clock, newId: testIds('council') });
  onTestFinished(async () => {
    await built.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const { read } = built.store;
  const phone = built.simulator.newPhone('whatsapp');
  const receive = async (inbound: Inbound) => {
    await built.receive(inbound);
    // What is said before a question has gone out is no answer to it.
    await built.outbox.pump();
  };
  return {
    services: built,
    clock,
    read,
    say: (text: string) => {
      clock.advance(60_000);
      return receive(built.simulator.said(phone, text));
    },
    attach: async (bytes: Buffer, text = '') => {
      clock.advance(60_000);
      return receive(await built.simulator.attached(phone, text, bytes));
    },
    fetch: () => fetchWaiting(built.media),
    hear: () => transcribeWaiting(built.media),
    media: () => read.selectFrom('media').selectAll().orderBy('id').execute(),
    responses: () => read.selectFrom('responses').selectAll().orderBy('id').execute(),
    cases: () => read.selectFrom('cases').selectAll().orderBy('id').execute(),
    said: async () => {
      const rows = await read.selectFrom('deliveries').select('body').orderBy('id').execute();
      return rows.map(({ body }) => (JSON.parse(body) as { text: string }).text);
    },
  };
}

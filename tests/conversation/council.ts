import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Inbound } from '#channels/channel.ts';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { services } from '#services.ts';
import { testClock, testIds } from '#tests/support/clock.ts';
import { freshDataDir } from '#tests/support/data-dir.ts';
import { freshDatabase } from '#tests/support/postgres.ts';

/** A council on this database that receives what simulated phones say. No web, no jobs: what happens, happens here. */
export async function council(dialect: 'sqlite' | 'postgres', env: Record<string, string> = {}) {
  const dataDir = await freshDataDir('council');
  const database = dialect === 'postgres' ? await freshDatabase() : null;
  const config = readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    DEFAULT_FLOW: 'high-street',
    // What these phones are asked counts as seen: nobody waits here for a sender.
    SENDING: 'off',
    ...(database === null ? {} : { DATABASE_URL: database.url }),
    ...env,
  });
  const clock = testClock(Date.UTC(2026, 10, 20, 12));
  const built = await services(config, createLogger('silent'), { clock, newId: testIds('council') });
  onTestFinished(async () => {
    await built.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  let events = 0;
  const inbound = (address: string, text: string, more: Partial<Inbound> = {}): Inbound => {
    events += 1;
    return {
      channel: 'simulator',
      account: 'simulator',
      dedupeKey: `event-${events}`,
      address,
      kind: 'text',
      text,
      choice: null,
      media: [],
      replyTo: null,
      newAddress: null,
      sentAt: null,
      receivedAt: clock.now(),
      ...more,
    };
  };
  const { read } = built.store;
  return {
    services: built,
    clock,
    read,
    inbound,
    say: (address: string, text: string, more: Partial<Inbound> = {}) =>
      built.receive(inbound(address, text, more)),
    /** Everything that is queued for anybody, oldest first. */
    queued: async (): Promise<string[]> => {
      const rows = await read
        .selectFrom('deliveries')
        .select('body')
        .where('state', '=', 'queued')
        .orderBy('id')
        .execute();
      return rows.map(({ body }) => (JSON.parse(body) as { text: string }).text);
    },
    responses: () => read.selectFrom('responses').selectAll().orderBy('id').execute(),
    counts: async () => {
      const tables = [
        'addresses',
        'residents',
        'messages',
        'conversations',
        'conversationInputs',
        'responses',
        'deliveries',
        'cases',
      ] as const;
      const counted: Record<string, number> = {};
      for (const table of tables) {
        const row = await read
          .selectFrom(table)
          .select((of) => of.fn.countAll<number>().as('count'))
          .executeTakeFirst();
        counted[table] = Number(row?.count);
      }
      return counted;
    },
  };
}

/** A phone with SMS manners, by a number of no meaning. */
export function phone(number: number): string {
  return `sms:01a1f904-1358-719e-b36f-${String(number).padStart(12, '0')}`;
}

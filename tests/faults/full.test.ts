import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createLogger } from '#logger.ts';
import { startApp } from '#tests/support/app.ts';
import { rowsIn } from './rows.ts';
import { bothProviders, ourNumber, smsNumber } from './town.ts';

test('a disk that is full: everyone is asked to come again, nothing is half written, and it goes on once there is room', async () => {
  const { twilio } = await bothProviders();
  const lines: string[] = [];
  const log = createLogger('debug', { write: (line) => void lines.push(line) });
  const app = await startApp({
    env: { ...twilio.env, TWILIO_FROM: ourNumber, DEFAULT_FLOW: 'high-street' },
    log,
  });
  const { services } = app;
  twilio.callsTo({ local: app.url, publicUrl: 'http://localhost:3000' });
  /** The file may grow by so many pages and no more, as SQLite sees it. */
  const room = (spare: number) =>
    services.store.turn(async ({ db }) => {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
      await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + spare}`).execute(db);
    });
  const before = await rowsIn(services);
  let resident = 0;
  // It fills up at another point of the work each time.
  for (let spare = 0; spare < 12; spare += 1) {
    const calls = Array.from({ length: 30 }, () => {
      resident += 1;
      return twilio.inboundCall({ from: smsNumber(resident), to: ourNumber, body: 'Too high. '.repeat(150) });
    });
    await room(spare);
    const statuses: number[] = [];
    for (const call of calls) statuses.push((await twilio.deliver(call)).status);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses).toContain(503);
    const full = await rowsIn(services);
    expect(full.messages).toBe(resident - calls.length + statuses.filter((status) => status === 200).length);
    await room(100_000);
    const again = await Promise.all(calls.map((call) => twilio.deliver(call)));
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([200]));
  }
  const { messages, conversations, responses, cases } = await rowsIn(services);
  expect([messages, conversations, responses, cases]).toEqual([resident, resident, resident, before.cases]);
  expect(lines.filter((line) => line.includes('a case is open'))).toEqual([]);
});

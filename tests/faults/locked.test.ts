import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { deliver, type WebhookAnswer } from '#tests/support/providers/our-side.ts';
import { openLater } from './afterwards.ts';
import { freePort, product, settings, temporaryFolder } from './product.ts';
import { bothProviders, ourNumber, smsNumber } from './town.ts';

test('while another process holds the database, what comes waits or is asked for again, and it goes on by itself', {
  timeout: 90_000,
}, async () => {
  const { twilio } = await bothProviders();
  const PORT = String(await freePort());
  const PUBLIC_URL = `http://127.0.0.1:${PORT}`;
  const DATA_DIR = temporaryFolder();
  const env = { ...settings({ ...twilio.env, TWILIO_FROM: ourNumber, PUBLIC_URL }), PORT, DATA_DIR };
  twilio.callsTo({ local: PUBLIC_URL });
  const hearback = product(env);
  await hearback.start();

  const other = new Database(path.join(DATA_DIR, 'hearback.db'));
  const lock = other.prepare('begin immediate');
  const unlock = other.prepare('rollback');
  const words = Array.from({ length: 20 }, (_, resident) =>
    twilio.inboundCall({ from: smsNumber(resident), to: ourNumber, body: 'High Street' }),
  );
  const answers: WebhookAnswer[] = [];
  const send = (calls: typeof words) =>
    Promise.all(
      calls.map(async (call) => {
        const answer = await deliver({ local: PUBLIC_URL }, call);
        answers.push(answer);
        return answer;
      }),
    );

  // Three seconds: every webhook waits, and pages can be read meanwhile.
  lock.run();
  const waiting = send(words.slice(0, 10));
  const until = Date.now() + 3000;
  while (Date.now() < until) {
    expect((await fetch(`${PUBLIC_URL}/readyz`)).status).toBe(200);
    expect((await fetch(`${PUBLIC_URL}/you-said-we-did`)).status).toBe(200);
    expect(answers.filter(({ status }) => status < 300)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  unlock.run();
  await waiting;
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  await eventually(() => twilio.posts.length).toBe(10);

  // Longer than anyone should wait: they are asked to come again, and nothing was kept of them.
  answers.length = 0;
  lock.run();
  const refused = await send(words.slice(10));
  unlock.run();
  expect(refused.map(({ status }) => status)).toEqual(Array(10).fill(503));
  expect((await send(words.slice(10))).map(({ status }) => status)).toEqual(Array(10).fill(200));
  await eventually(() => twilio.posts.length).toBe(20);
  await hearback.kill();
  other.close();

  const { store } = await openLater(env);
  const keys = await store.read.selectFrom('messages').select('dedupeKey').execute();
  expect(keys).toHaveLength(20);
  expect(new Set(twilio.log().map(({ to }) => to)).size).toBe(20);
});

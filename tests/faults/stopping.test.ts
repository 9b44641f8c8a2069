import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { freePort, product, settings, temporaryFolder } from './product.ts';

const phone = 'sms:01a1f904-1358-719e-b36f-000000000001';

test('told to stop, it answers whoever it has heard, takes nobody new, and ends with 0', async () => {
  const DATA_DIR = temporaryFolder();
  const hearback = product({ ...settings({}), PORT: String(await freePort()), DATA_DIR });
  await hearback.start();
  const messages = `${hearback.url}/simulator/phones/${phone}/messages`;
  const say = (text: string) =>
    fetch(messages, { method: 'POST', body: new URLSearchParams({ text }), redirect: 'manual' });
  // A page that listens for news must not keep it from stopping.
  const news = await fetch(`${hearback.url}/simulator/phones/${phone}/events`);
  expect(news.status).toBe(200);
  expect((await say('high street')).status).toBe(303);

  // Nothing can be stored for now, so that the answer is surely still owed when it is told to stop.
  const other = new Database(path.join(DATA_DIR, 'hearback.db'));
  other.exec('begin immediate');
  const owed = say('There is nowhere to sit.');
  await heard(hearback.url);
  const stopped = hearback.stop();
  await refused(hearback.url);
  other.exec('rollback');
  expect((await owed).status).toBe(303);
  expect(await stopped).toBe(0);
  const { text } = other.prepare('select "text" from "responses"').get() as { text: string };
  expect(text).toBe('There is nowhere to sit.');
  other.close();
});

/** What came earlier on another connection has been read by the time that this is answered. */
async function heard(url: string): Promise<void> {
  for (let i = 0; i < 5; i += 1) await (await fetch(`${url}/healthz`)).text();
}

/** Resolves once nobody new is taken. */
async function refused(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).catch(() => null);
    if (answer === null) return;
  }
}

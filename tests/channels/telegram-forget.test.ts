import { describe, expect, test } from 'vitest';
import { telegram } from '#channels/telegram/channel.ts';
import { testClock } from '#tests/support/clock.ts';
import { type Answer, acceptThenReset, closedPort, json, scripted } from './scripted.ts';
import { config } from './telegram-hooked.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const HOUR = 60 * 60_000;
const message = { providerId: '5550100:42', at: NOW - HOUR, farewell: false };
const no = (error_code: number, description: string, parameters?: object) =>
  json(error_code, { ok: false, error_code, description, ...(parameters ? { parameters } : {}) });
const again = (afterMs = 60_000) => ({ kind: 'retry', afterMs });
const bot = (apiRoot: string) => telegram({ ...config, apiRoot, clock: testClock(NOW) });

const rows: [name: string, answer: Answer, expected: unknown][] = [
  ['200', json(200, { ok: true, result: true }), { kind: 'done' }],
  ['400 gone already', no(400, 'Bad Request: message to delete not found'), { kind: 'done' }],
  ['400 not ours', no(400, "Bad Request: message can't be deleted"), { kind: 'cannot' }],
  ['403 they blocked the bot', no(403, 'Forbidden: bot was blocked by the user'), { kind: 'cannot' }],
  ['429 with its delay', no(429, 'Too Many Requests', { retry_after: 35 }), again(35_000)],
  ['429 without one', no(429, 'Too Many Requests'), again()],
  ['401 the token', no(401, 'Unauthorized'), again()],
  ['502', no(502, 'Bad Gateway'), again()],
  ['deleted, and the line goes dead', acceptThenReset, again()],
];

describe('forgetting a message at Telegram', () => {
  test.each(rows)('%s', async (_name, answer, expected) => {
    const { url, posts } = await scripted(answer);
    expect(await bot(url).forget?.(message)).toEqual(expected);
    expect(posts.map(({ path }) => path.split('/').at(-1))).toEqual(['deleteMessage']);
    expect(posts[0]?.body).toContain('5550100');
    expect(posts[0]?.body).toContain('42');
  });

  test('nobody is there', async () => {
    expect(await bot(await closedPort()).forget?.(message)).toEqual(again());
  });

  test.each([
    ['is older than 48 hours', { at: NOW - 48 * HOUR }],
    ['tells them that they are forgotten', { farewell: true }],
    ['is no message', { providerId: '42' }],
  ])('nobody is asked for one that %s', async (_name, change) => {
    const { url, posts } = await scripted(json(200, { ok: true, result: true }));
    expect(await bot(url).forget?.({ ...message, ...change })).toEqual({ kind: 'cannot' });
    expect(posts).toEqual([]);
  });
});

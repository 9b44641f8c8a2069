import { describe, expect, test } from 'vitest';
import { twilio as channels } from '#channels/twilio/channel.ts';
import { type Answer, acceptThenReset, closedPort, json, neverAnswer, page, scripted } from './scripted.ts';
import { config } from './twilio-signed.ts';

const sid = `SM${'d4'.repeat(16)}`;
const message = { providerId: sid, at: 0, farewell: false };
const refusal = (status: number, code: number, headers = {}) =>
  json(status, { code, message: 'A sentence from Twilio.', status }, headers);
const again = (afterMs = 60_000) => ({ kind: 'retry', afterMs });

const rows: [name: string, answer: Answer, expected: unknown][] = [
  ['204', (response) => response.writeHead(204).end(), { kind: 'done' }],
  ['404 gone already', refusal(404, 20404), { kind: 'done' }],
  ['400/20009 still on its way', refusal(400, 20009), again()],
  ['409', page(409, ''), again()],
  ['429 with its delay', refusal(429, 20429, { 'retry-after': '7' }), again(7000)],
  ['429 with a delay that is none', refusal(429, 20429, { 'retry-after': 'soon' }), again()],
  ['401, which may be put right', refusal(401, 20003), again()],
  ['403 from a proxy', page(403, '<h1>No</h1>'), again()],
  ['500', refusal(500, 20500), again()],
  ['400 with a code we do not know', refusal(400, 29999), { kind: 'cannot' }],
  ['deleted, and the line goes dead', acceptThenReset, again()],
];

describe('forgetting a message at Twilio', () => {
  test.each(rows)('%s', async (_name, answer, expected) => {
    const { url, posts } = await scripted(answer);
    const channel = channels({ ...config, apiBaseUrl: url }).sms;
    expect(await channel.forget?.(message)).toEqual(expected);
    expect(posts.map(({ path }) => path)).toEqual([
      `/2010-04-01/Accounts/${config.accountSid}/Messages/${sid}.json`,
    ]);
  });

  test('nobody answers within the time', async () => {
    const { url } = await scripted(neverAnswer);
    const channel = channels({ ...config, apiBaseUrl: url, timeoutMs: 50 }).sms;
    expect(await channel.forget?.(message)).toEqual(again());
  });

  test('nobody is there', async () => {
    const channel = channels({ ...config, apiBaseUrl: await closedPort() }).sms;
    expect(await channel.forget?.(message)).toEqual(again());
  });

  test.each(['', 'SM1', `../${sid}`, `${sid}/Media`])(
    '%j is no message, and nobody is asked',
    async (providerId) => {
      const { url, posts } = await scripted(page(204, ''));
      const channel = channels({ ...config, apiBaseUrl: url }).sms;
      expect(await channel.forget?.({ ...message, providerId })).toEqual({ kind: 'cannot' });
      expect(posts).toEqual([]);
    },
  );
});

import { describe, expect, onTestFinished, test } from 'vitest';
import { json, startBotFrameworkDouble } from '#tests/support/providers/botframework.ts';
import type { Reaction } from '#tests/support/providers/far-side.ts';
import { connected } from './botframework-activities.ts';

const message = { providerId: 'a:1b|1:activity', at: 0, farewell: false };
const again = (afterMs = 60_000) => ({ kind: 'retry', afterMs });
const no = (status: number, code: string, headers = {}) => json(status, { error: { code } }, headers);

const rows: [name: string, answer: Reaction, expected: unknown][] = [
  ['200', json(200, {}), { kind: 'done' }],
  ['202', json(202, ''), { kind: 'done' }],
  ['404 gone already', no(404, 'ActivityNotFoundInConversation'), { kind: 'done' }],
  ['403 not ours', no(403, 'Forbidden'), { kind: 'cannot' }],
  ['400', no(400, 'BadSyntax'), { kind: 'cannot' }],
  ['401 the token', no(401, 'Unauthorized'), again()],
  ['401 without a word', json(401, {}), again()],
  ['429 with its delay', json(429, {}, { 'retry-after': '35' }), again(35_000)],
  ['503', json(503, {}), again()],
  ['a reset', { kind: 'reset' }, again()],
];

async function teams() {
  const far = await startBotFrameworkDouble();
  onTestFinished(far.close);
  return { far, forget: connected(far.cloud).teams.forget };
}

describe('forgetting a message in Teams', () => {
  test.each(rows)('%s', async (_, answer, expected) => {
    const { far, forget } = await teams();
    far.answer(answer);
    expect(await forget?.(message)).toEqual(expected);
    expect(far.posts.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'DELETE /teams/v3/conversations/a%3A1b/activities/1%3Aactivity',
    ]);
    expect(far.posts[0]?.headers.authorization).toBe('Bearer a-token');
  });

  test('waits where no token can be had', async () => {
    const { far, forget } = await teams();
    far.signIn(json(401, { error: 'invalid_client' }));
    expect(await forget?.(message)).toEqual(again());
    expect(far.posts).toEqual([]);
  });

  test.each([
    ['tells them that they are forgotten', { farewell: true }],
    ['is no message', { providerId: '42' }],
  ])('nobody is asked for one that %s', async (_, change) => {
    const { far, forget } = await teams();
    expect(await forget?.({ ...message, ...change })).toEqual({ kind: 'cannot' });
    expect([far.posts, far.logins]).toEqual([[], []]);
  });

  test('a web chat has nothing of it: its channel can delete no message', async () => {
    const { far } = await teams();
    expect(connected(far.cloud).webchat.forget).toBeUndefined();
  });
});

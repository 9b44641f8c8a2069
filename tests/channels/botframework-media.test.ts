import { describe, expect, onTestFinished, test } from 'vitest';
import { json, startBotFrameworkDouble } from '#tests/support/providers/botframework.ts';
import { connected } from './botframework-activities.ts';

const bounds = () => ({ maxBytes: 100, signal: AbortSignal.timeout(5000) });
const bytes = Buffer.from('a picture');

async function bot() {
  const far = await startBotFrameworkDouble();
  onTestFinished(far.close);
  const { webchat } = connected(far.cloud);
  const fetchMedia = (ref: string) => webchat.fetchMedia?.({ ref, account: '' }, bounds());
  return { far, fetchMedia };
}

describe('a file that somebody sent', () => {
  test('comes from the connector, with our token', async () => {
    const { far, fetchMedia } = await bot();
    far.answer({ kind: 'answer', status: 200, body: bytes, headers: { 'content-type': 'image/png' } });
    const fetched = await fetchMedia(`${far.origin}/v3/attachments/1/views/original`);
    expect(fetched).toEqual({ kind: 'file', bytes, contentType: 'image/png' });
    expect(far.posts[0]?.headers.authorization).toBe('Bearer a-token');
  });

  test.each([
    ['is gone', json(404, {}), { kind: 'gone' }],
    ['waits', json(429, {}, { 'retry-after': '7' }), { kind: 'retry', afterMs: 7000 }],
    ['is too large', { kind: 'answer', status: 200, body: 'x'.repeat(101) } as const, { kind: 'tooLarge' }],
    ['leads elsewhere', json(302, {}, { location: 'https://example.org/a.png' }), { kind: 'elsewhere' }],
  ])('%s', async (_, reaction, expected) => {
    const { far, fetchMedia } = await bot();
    far.answer(reaction);
    expect(await fetchMedia(`${far.origin}/v3/attachments/1/views/original`)).toEqual(expected);
  });

  test.each(['/v3/conversations/a/members', '/attachments/Kx7/0/kerb.png?t=t'])(
    'at %s comes without our token, which is for attachments of the connector alone',
    async (path) => {
      const { far, fetchMedia } = await bot();
      await fetchMedia(far.origin + path);
      expect(far.posts.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    },
  );

  test('waits where no token can be had', async () => {
    const { far, fetchMedia } = await bot();
    far.signIn(json(503, {}));
    expect(await fetchMedia(`${far.origin}/v3/attachments/1/views/original`)).toMatchObject({
      kind: 'retry',
    });
    expect(far.posts).toEqual([]);
  });

  test.each([
    'https://example.org/a.png',
    'https://sharepoint.com.example.org/a.png',
    'http://council.sharepoint.com/a.png',
    'http://169.254.169.254/latest/meta-data',
    'data:image/png;base64,AA==',
    'no address',
    '',
  ])('is not fetched from %s', async (ref) => {
    const { far, fetchMedia } = await bot();
    expect(await fetchMedia(ref)).toEqual({ kind: 'elsewhere' });
    expect([far.posts, far.logins]).toEqual([[], []]);
  });
});

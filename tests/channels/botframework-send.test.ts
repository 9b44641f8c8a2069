import { describe, expect, onTestFinished, test } from 'vitest';
import { botFramework } from '#channels/botframework/channel.ts';
import { testClock } from '#tests/support/clock.ts';
import { accepted, json, startBotFrameworkDouble } from '#tests/support/providers/botframework.ts';
import type { Reaction } from '#tests/support/providers/far-side.ts';
import { appId, connected, credentials, local, teamsAddress, webAddress } from './botframework-activities.ts';
import { outbound, receivedAt } from './messages.ts';
import { closedPort, noSuchHost } from './scripted.ts';

async function double() {
  const started = await startBotFrameworkDouble();
  onTestFinished(started.close);
  return started;
}

const choices = [
  { value: 'v1:better', label: 'Better' },
  { value: 'v1:worse', label: 'Worse' },
];
const no = (status: number, code: string, headers = {}) =>
  json(status, { error: { code, message: 'A sentence about somebody.' } }, headers);
const rejected = (reason: string, code: string, permanent: boolean) => ({
  kind: 'rejected',
  reason,
  code,
  permanent,
});
const unknown = (code: string | null) => ({ kind: 'unknown', code });
const later = (afterMs: number, code: string) => ({ kind: 'retryAfter', afterMs, reason: 'rate', code });

const rows: [name: string, answer: Reaction, expected: unknown][] = [
  ['201', accepted, { kind: 'accepted', providerId: 'a:1b|1:activity', segments: null }],
  ['200', json(200, { id: '7' }), { kind: 'accepted', providerId: 'a:1b|7', segments: null }],
  ['200 without an id', json(200, {}), { kind: 'accepted', providerId: 'a:1b|attempt-1', segments: null }],
  ['202 with nothing', json(202, ''), { kind: 'accepted', providerId: 'a:1b|attempt-1', segments: null }],
  ['403 blocked', no(403, 'MessageWritesBlocked'), rejected('blocked', 'MessageWritesBlocked', true)],
  [
    '403 blocked by the user',
    no(403, 'ConversationBlockedByUser'),
    rejected('blocked', 'ConversationBlockedByUser', true),
  ],
  [
    '403 taken away',
    no(403, 'BotNotInConversationRoster'),
    rejected('blocked', 'BotNotInConversationRoster', true),
  ],
  ['403 by an administrator', no(403, 'BotDisabledByAdmin'), rejected('auth', 'BotDisabledByAdmin', false)],
  ['403 without a word', json(403, {}), rejected('auth', '403', false)],
  ['404', no(404, 'ConversationNotFound'), rejected('badAddress', 'ConversationNotFound', true)],
  ['413', no(413, 'RequestEntityTooLarge'), rejected('tooLong', 'RequestEntityTooLarge', true)],
  ['400 too big', no(400, 'MessageSizeTooBig'), rejected('tooLong', 'MessageSizeTooBig', true)],
  ['400 for another reason', no(400, 'BadArgument'), rejected('other', 'BadArgument', false)],
  ['401', no(401, 'Unauthorized'), rejected('auth', 'Unauthorized', false)],
  [
    '429 with its delay',
    no(429, 'TooManyRequests', { 'retry-after': '35' }),
    later(35_000, 'TooManyRequests'),
  ],
  ['429 without a delay', json(429, {}), later(5000, '429')],
  ['408', json(408, {}), unknown('408')],
  ['500', json(500, {}), unknown('500')],
  ['502', json(502, {}), unknown('502')],
  ['503 with a delay', json(503, {}, { 'retry-after': '1' }), unknown('503')],
  ['504', no(504, 'Timeout'), unknown('Timeout')],
  ['a redirect', json(307, {}, { location: '/elsewhere' }), unknown('307')],
  ['a reset', { kind: 'reset' }, unknown('ECONNRESET')],
];

describe('what a send comes to, in one POST', () => {
  test.each(rows)('%s', async (_, answer, expected) => {
    const far = await double();
    far.answer(answer);
    const { teams } = connected(far.cloud);
    expect(await teams.send(outbound({ address: teamsAddress(far.origin) }))).toEqual(expected);
    expect(far.posts.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'POST /v3/conversations/a%3A1b/activities',
    ]);
  });

  test('no answer in time', async () => {
    const far = await double();
    const waiting = Promise.withResolvers<Reaction>();
    onTestFinished(() => waiting.resolve(accepted));
    far.answer(() => waiting.promise);
    const { teams } = connected(far.cloud, { timeoutMs: 1500 });
    expect(await teams.send(outbound({ address: teamsAddress(far.origin) }))).toEqual(unknown(null));
    expect(far.posts).toHaveLength(1);
  });

  test('an answer that never ends', async () => {
    const far = await double();
    const write = (response: { write(chunk: string): unknown }) => void response.write(' ');
    far.answer({ kind: 'stream', status: 201, headers: { 'content-type': 'application/json' }, write });
    const { teams } = connected(far.cloud, { timeoutMs: 1500 });
    expect(await teams.send(outbound({ address: teamsAddress(far.origin) }))).toMatchObject({
      kind: 'unknown',
    });
    expect(far.posts).toHaveLength(1);
  });

  test('nobody listens there', async () => {
    const address = teamsAddress(await closedPort());
    expect(await botFramework(local).teams.send(outbound({ address }))).toEqual({
      kind: 'retryAfter',
      afterMs: 5000,
      reason: 'unreachable',
      code: 'ECONNREFUSED',
    });
  });
});

describe('what the connector is sent', () => {
  test('plain words to the conversation, with a token, for every purpose', async () => {
    const far = await double();
    const { teams } = connected(far.cloud);
    for (const purpose of ['reply', 'followUp', 'reminder', 'service'] as const)
      await teams.send(outbound({ address: teamsAddress(far.origin), purpose, text: '*Is* it right?' }));
    expect(far.posts).toHaveLength(4);
    for (const { headers, body } of far.posts) {
      expect(headers.authorization).toBe('Bearer a-token');
      expect(JSON.parse(body)).toMatchObject({
        type: 'message',
        textFormat: 'plain',
        text: '*Is* it right?',
        from: { id: `28:${appId}` },
        recipient: { id: '29:1a' },
        conversation: { id: 'a:1b' },
      });
    }
    expect(far.logins).toHaveLength(1);
  });

  test('in Teams buttons stand on a card, because suggested actions bring back only what they show', async () => {
    const far = await double();
    await connected(far.cloud).teams.send(outbound({ address: teamsAddress(far.origin), choices }));
    const sent = JSON.parse(far.posts[0]?.body ?? '');
    expect(sent.suggestedActions).toBeUndefined();
    expect(sent.attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: {
          buttons: choices.map(({ value, label }) => ({
            type: 'messageBack',
            title: label,
            text: label,
            displayText: label,
            value: { choice: value },
          })),
        },
      },
    ]);
  });

  test('in a web chat they are suggested actions', async () => {
    const far = await double();
    await connected(far.cloud).webchat.send(outbound({ address: webAddress(far.origin), choices }));
    const sent = JSON.parse(far.posts[0]?.body ?? '');
    expect(sent.attachments).toBeUndefined();
    expect(sent.suggestedActions.actions).toMatchObject([
      { type: 'messageBack', title: 'Better', value: { choice: 'v1:better' } },
      { type: 'messageBack', title: 'Worse', value: { choice: 'v1:worse' } },
    ]);
  });

  test('without credentials no token', async () => {
    const far = await double();
    await botFramework(local).webchat.send(outbound({ address: webAddress(far.origin) }));
    expect(far.posts.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});

describe('refused before anything is sent', () => {
  test('a follow-up to a web chat, which has ended by then', async () => {
    const far = await double();
    const { webchat } = connected(far.cloud);
    const message = outbound({ address: webAddress(far.origin), purpose: 'followUp' });
    expect(await webchat.send(message)).toMatchObject({
      kind: 'rejected',
      reason: 'unreachable',
      permanent: true,
    });
    expect(webchat.capabilities(message.address).followUps).toBe(false);
    expect([far.posts, far.logins]).toEqual([[], []]);
  });

  test('what is too long', async () => {
    const far = await double();
    const { teams } = connected(far.cloud);
    const { maxLength } = teams.capabilities('');
    const address = teamsAddress(far.origin);
    const long = outbound({ address, text: 'ক'.repeat(maxLength + 1) });
    expect(await teams.send(long)).toMatchObject({ kind: 'rejected', reason: 'tooLong' });
    expect(far.posts).toEqual([]);
    expect(await teams.send({ ...long, text: 'ক'.repeat(maxLength) })).toMatchObject({ kind: 'accepted' });
    expect(Buffer.byteLength(far.posts[0]?.body ?? '')).toBeLessThan(28 * 1024);
  });

  test.each([
    ['a phone number', outbound().address],
    ['nothing', ''],
    ['half a reference', '{"channelId":"msteams"}'],
    ['a host that is no connector', teamsAddress('https://example.org/')],
    ["a cloud's metadata", teamsAddress('http://169.254.169.254/')],
  ])('the address is %s', async (_, address) => {
    const { teams } = connected((await double()).cloud);
    expect(await teams.send(outbound({ address }))).toMatchObject({ reason: 'badAddress', permanent: true });
  });

  test('this machine is no connector of a real bot', async () => {
    const { teams } = botFramework({ ...local, credentials });
    expect(await teams.send(outbound({ address: teamsAddress() }))).toMatchObject({ reason: 'badAddress' });
  });
});

describe('the token', () => {
  const askedWith = async (changes: object) => {
    const far = await double();
    const channel = connected(far.cloud, changes);
    const send = () => channel.teams.send(outbound({ address: teamsAddress(far.origin) }));
    return { far, send, check: () => channel.teams.check?.() };
  };

  test('is asked for as the bot, once until shortly before it ends', async () => {
    const clock = testClock(receivedAt);
    const { far, send } = await askedWith({ clock });
    await send();
    clock.advance(54 * 60_000);
    await send();
    expect(far.logins).toHaveLength(1);
    expect(Object.fromEntries(far.logins[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: credentials.password,
      scope: 'https://api.botframework.com/.default',
    });
    clock.advance(2 * 60_000);
    await send();
    expect(far.logins).toHaveLength(2);
  });

  test('is asked for once by messages that go out together', async () => {
    const { far, send } = await askedWith({});
    await Promise.all([send(), send(), send()]);
    expect([far.logins.length, far.posts.length]).toEqual([1, 3]);
  });

  test('is refused: nothing is sent, and doctor says what to do', async () => {
    const { far, send, check } = await askedWith({});
    far.signIn(json(401, { error: 'invalid_client', error_description: 'AADSTS7000222: expired' }));
    expect(await send()).toEqual(rejected('auth', 'invalid_client', false));
    expect(far.posts).toEqual([]);
    expect(await check()).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('MicrosoftAppPassword') },
      { state: 'ok', found: expect.stringContaining('https://listen.example.org/api/messages') },
    ]);
  });

  test.each([
    ['answers 503', json(503, {})],
    ['hangs up', { kind: 'reset' } as const],
    ['answers with a page', { kind: 'answer', status: 200, body: '<h1>Sign in</h1>' } as const],
    ['leads elsewhere', json(302, {}, { location: 'https://example.org/' })],
  ])('cannot be had where the sign-in %s: nothing is sent, and it is tried again', async (_, reaction) => {
    const { far, send, check } = await askedWith({});
    far.signIn(reaction);
    expect(await send()).toMatchObject({ kind: 'retryAfter', reason: 'unreachable' });
    expect(far.posts).toEqual([]);
    expect(await check()).toMatchObject([{ state: 'warning' }, {}]);
    far.signIn(json(200, { access_token: 'another', expires_in: 3600 }));
    expect(await send()).toMatchObject({ kind: 'accepted' });
  });

  test('cannot be had where there is no such host', async () => {
    const { far } = await askedWith({});
    const { teams } = connected({ ...far.cloud, loginUrl: noSuchHost });
    const answer = await teams.send(outbound({ address: teamsAddress(far.origin) }));
    expect(answer).toMatchObject({ kind: 'retryAfter', reason: 'unreachable' });
  });

  test('of a bot of one tenant comes from that tenant', async () => {
    const { far } = await askedWith({});
    const tenantId = '11111111-2222-4333-8444-555555555555';
    const { teams } = connected(far.cloud, { credentials: { ...credentials, tenantId } });
    expect(await teams.check?.()).toMatchObject([{ state: 'ok' }, { state: 'ok' }]);
    expect(far.logins).toHaveLength(1);
  });

  test('is not looked at without credentials, and doctor says so', async () => {
    expect(await botFramework(local).teams.check?.()).toMatchObject([
      { state: 'warning', remedy: expect.stringContaining('MicrosoftAppId') },
      { state: 'warning', remedy: expect.stringContaining('/api/messages') },
    ]);
  });
});

import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { botFramework } from '#channels/botframework/channel.ts';
import { expectConsole } from '#tests/support/console.ts';
import {
  type BotFrameworkDouble,
  bearer,
  startBotFrameworkDouble,
} from '#tests/support/providers/botframework.ts';
import {
  appId,
  connected,
  credentials,
  local,
  nowhere,
  posted,
  teamsBase,
} from './botframework-activities.ts';
import { receivedAt } from './messages.ts';

const activity = { ...teamsBase, text: 'hello' };
const second = () => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}) => ({
  iss: 'https://api.botframework.com',
  aud: appId,
  serviceurl: nowhere,
  nbf: second() - 60,
  exp: second() + 3600,
  ...changes,
});

let double: BotFrameworkDouble;
beforeAll(async () => {
  double = await startBotFrameworkDouble();
  return () => double.close();
});

const call = (authorization: string | undefined, changes: object = {}) =>
  connected(double.cloud).webhook(
    posted({ ...activity, ...changes }, authorization === undefined ? {} : { authorization }),
    receivedAt,
  );

describe('with credentials', () => {
  test('the connector itself is heard', async () => {
    expect(await call(bearer({ claims: claims() }))).toMatchObject({
      ok: true,
      inbounds: [{ text: 'hello' }],
    });
  });

  test.each([
    ['no token', () => undefined],
    ['an empty one', () => ''],
    ['another scheme', () => `Basic ${'a'.repeat(20)}`],
    ['no token behind the scheme', () => 'Bearer '],
    ['what is no token', () => 'Bearer a.b.c'],
    ['a token that nobody signed', () => bearer({ claims: claims(), by: 'nobody' })],
    ['one that says so', () => bearer({ claims: claims(), header: { alg: 'none' }, by: 'nobody' })],
    ['a key that nobody published', () => bearer({ claims: claims(), header: { kid: 'k2' } })],
    ['another issuer', () => bearer({ claims: claims({ iss: 'https://login.example.org' }) })],
    ['no issuer', () => bearer({ claims: claims({ iss: undefined }) })],
    [
      'the issuer of tokens that bots get for themselves',
      () =>
        bearer({
          claims: claims({
            iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
            appid: appId,
            ver: '1.0',
          }),
        }),
    ],
    ['for another bot', () => bearer({ claims: claims({ aud: '00000000-0000-4000-8000-00000000000b' }) })],
    ['for no bot', () => bearer({ claims: claims({ aud: undefined }) })],
    ['for another service URL', () => bearer({ claims: claims({ serviceurl: `${nowhere}x` }) })],
    ['for no service URL', () => bearer({ claims: claims({ serviceurl: undefined }) })],
  ])('%s: 401', async (_, authorization) => {
    expect(await call(authorization())).toMatchObject({ ok: false, status: 401 });
  });

  test.each([
    ['has expired', () => bearer({ claims: claims({ exp: second() - 600 }) }), /TokenExpiredError/],
    ['is not yet good', () => bearer({ claims: claims({ nbf: second() + 600 }) }), /Error finding key/],
    ['is signed by a stranger', () => bearer({ claims: claims(), by: 'stranger' }), /Error finding key/],
    ['is of another kind', () => bearer({ claims: claims(), header: { alg: 'HS256' } }), /Error finding key/],
  ])('a token that %s: 401', async (_, authorization, complaint) => {
    // The SDK says it there as well.
    expectConsole('error', complaint);
    expect(await call(authorization())).toMatchObject({ ok: false, status: 401 });
  });

  test('a key that is good for other channels: 401', async () => {
    expectConsole('error', /Error finding key/);
    const answer = await call(bearer({ claims: claims() }), { channelId: 'slack' });
    expect(answer).toMatchObject({ ok: false, status: 401 });
  });

  test.each([
    ['another host', 'https://smba.trafficmanager.net.example.org/uk/'],
    ['a host that ends alike', 'https://notbotframework.com/'],
    ['no TLS', 'http://smba.trafficmanager.net/uk/'],
    ['another port', 'https://smba.trafficmanager.net:8443/uk/'],
    ['a password', 'https://a:b@smba.trafficmanager.net/uk/'],
    ["a cloud's metadata", 'http://169.254.169.254/'],
    ['no address', 'smba'],
  ])('a service URL with %s: 403, whatever the token says', async (_, serviceUrl) => {
    const authorization = bearer({ claims: claims({ serviceurl: serviceUrl }) });
    expect(await call(authorization, { serviceUrl })).toMatchObject({ ok: false, status: 403 });
  });

  test.each([
    'https://smba.trafficmanager.net/uk/',
    'https://smba.uk.teams.microsoft.com/',
    'https://webchat.botframework.com/',
    'https://europe.directline.botframework.com/',
  ])('the connector at %s is heard', async (serviceUrl) => {
    const authorization = bearer({ claims: claims({ serviceurl: serviceUrl }) });
    expect(await call(authorization, { serviceUrl })).toMatchObject({ ok: true });
  });

  test('the emulator is not: it is for one machine alone', async () => {
    expectConsole('error', /Error finding key/);
    const authorization = bearer({ claims: claims() });
    expect(await call(authorization, { channelId: 'emulator' })).toMatchObject({ ok: false });
  });

  test('this machine may not be the connector of a real bot', async () => {
    const real = botFramework({ ...local, credentials });
    const request = posted(activity, { authorization: bearer({ claims: claims() }) });
    expect(await real.webhook(request, receivedAt)).toMatchObject({ ok: false, status: 403 });
  });

  test('where the keys cannot be had nobody is refused: they are to call again', async () => {
    const down = await startBotFrameworkDouble();
    onTestFinished(down.close);
    down.keys(false);
    const request = posted(activity, { authorization: bearer({ claims: claims() }) });
    await expect(connected(down.cloud).webhook(request, receivedAt)).rejects.toThrow(
      'cannot be had just now',
    );
    down.keys(true);
    expect(await connected(down.cloud).webhook(request, receivedAt)).toMatchObject({ ok: true });
  });
});

describe('without credentials', () => {
  const channel = botFramework(local);
  const request = posted(activity);

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'a program of this machine is heard: %s',
    async (peer) => {
      expect(await channel.webhook({ ...request, peer }, receivedAt)).toMatchObject({ ok: true });
    },
  );

  test('so is the emulator, as a web chat', async () => {
    const emulated = posted({ ...activity, channelId: 'emulator' });
    expect(await channel.webhook(emulated, receivedAt)).toMatchObject({ inbounds: [{ channel: 'webchat' }] });
  });

  test.each([
    ['another machine', { peer: '203.0.113.7' }],
    ['one of our network', { peer: '::ffff:192.168.1.4' }],
    ['nobody knows who', { peer: '' }],
    [
      'another machine that says otherwise',
      { peer: '203.0.113.7', headers: { 'x-forwarded-for': '127.0.0.1' } },
    ],
    ['a proxy that speaks for somebody', { headers: { 'x-forwarded-for': '203.0.113.7' } }],
    ['a web page', { headers: { origin: 'https://example.org' } }],
  ])('%s: 403', async (_, changes) => {
    expect(await channel.webhook({ ...request, ...changes }, receivedAt)).toMatchObject({
      ok: false,
      status: 403,
    });
  });

  test.each([
    'http://169.254.169.254/',
    'https://smba.trafficmanager.net/uk/',
    'http://localhost.example.org/',
  ])('the service URL %s: 403', async (serviceUrl) => {
    const answer = await channel.webhook(posted({ ...activity, serviceUrl }), receivedAt);
    expect(answer).toMatchObject({ ok: false, status: 403 });
  });

  test('a public address stops the start', () => {
    expect(() => botFramework({ ...local, publicUrl: 'https://listen.example.org' })).toThrow(
      'BOT_FRAMEWORK_LOCAL',
    );
  });
});

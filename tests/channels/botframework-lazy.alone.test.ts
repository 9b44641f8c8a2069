import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { lazySdk, publicCloud, type Sdk } from '#channels/botframework/sdk.ts';
import { botFrameworkSender } from '#channels/botframework/send.ts';
import { town } from '#tests/simulator/town.ts';
import { teamsAddress, teamsBase } from './botframework-activities.ts';
import { outbound } from './messages.ts';

/** What this process has loaded of Microsoft's SDK, which takes most of a second. */
const loaded = () =>
  Object.keys(createRequire(import.meta.url).cache).filter((file) =>
    /node_modules[\\/](botbuilder|botframework-)/.test(file),
  );

test('the SDK is loaded with the first call that brings a token, not at the start', async () => {
  const { url } = await town({
    PUBLIC_URL: 'https://listen.example.org',
    MicrosoftAppId: '00000000-0000-4000-8000-00000000000a',
    MicrosoftAppPassword: 'a-password-for-tests',
  });
  const activity = { ...teamsBase, serviceUrl: 'https://smba.trafficmanager.net/uk/', text: 'Hello' };
  const call = (headers: Record<string, string>) =>
    fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
  expect((await call({})).status).toBe(401);
  expect(loaded()).toEqual([]);
  expect((await call({ authorization: 'Bearer a.b.c' })).status).toBe(401);
  expect(loaded()).not.toEqual([]);
});

test('an SDK that could not be loaded is loaded again at the next call', async () => {
  let calls = 0;
  const config = { appId: null, cloud: publicCloud, bearer: () => null };
  const sdk = lazySdk(config, async () => {
    calls += 1;
    if (calls === 1) throw new Error('EMFILE');
    return { authentication: {}, adapter: {} } as Sdk;
  });
  await expect(sdk()).rejects.toThrow('EMFILE');
  await expect(sdk()).resolves.toBeDefined();
  await sdk();
  expect(calls).toBe(2);
});

test('nothing is sent while the SDK cannot be loaded, and it is tried again', async () => {
  const send = botFrameworkSender({
    ...{ appId: null, local: true, timeoutMs: 1000, token: null },
    sdk: () => Promise.reject(new Error('EMFILE')),
  });
  expect(await send(outbound({ address: teamsAddress() }))).toEqual({
    kind: 'retryAfter',
    afterMs: 5000,
    reason: 'unreachable',
    code: 'sdk',
  });
});

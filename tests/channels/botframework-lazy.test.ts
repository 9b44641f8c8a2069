import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { town } from '#tests/simulator/town.ts';
import { teamsBase } from './botframework-activities.ts';

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

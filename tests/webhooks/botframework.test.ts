import { expect, onTestFinished, test } from 'vitest';
import type { Services } from '#services.ts';
import { posted, teamsBase, webBase } from '#tests/channels/botframework-activities.ts';
import { town } from '#tests/simulator/town.ts';
import { eventually } from '#tests/support/eventually.ts';
import { bearer, startBotFrameworkDouble } from '#tests/support/providers/botframework.ts';
import { webhookServer } from './server.ts';

const credentials = {
  PUBLIC_URL: 'https://listen.example.org',
  MicrosoftAppId: '00000000-0000-4000-8000-00000000000a',
  MicrosoftAppPassword: 'a-password-for-tests',
};

const post = (url: string, activity: object, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    body: JSON.stringify(activity),
    headers: { 'content-type': 'application/json', ...headers },
  });

const rowsIn = async ({ store }: Services) => {
  const tables = ['addresses', 'residents', 'messages', 'conversations', 'deliveries'] as const;
  const counts = tables.map(async (table) => {
    const counted = store.read.selectFrom(table).select(({ fn }) => fn.countAll().as('many'));
    return Number((await counted.executeTakeFirstOrThrow()).many);
  });
  return Promise.all(counts);
};
const none = [0, 0, 0, 0, 0];

async function farSide() {
  const double = await startBotFrameworkDouble();
  onTestFinished(double.close);
  return double;
}

test('an activity that comes three times at once is acknowledged each time, taken once and answered once', async () => {
  const double = await farSide();
  const { url, services } = await town({ BOT_FRAMEWORK_LOCAL: 'on' });
  const activity = { ...webBase, serviceUrl: double.origin, text: 'Hello' };
  const answers = await Promise.all([1, 2, 3].map(() => post(url, activity)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await answers[0]?.text()).toBe('{}');
  await eventually(() => double.posts.length).toBe(1);
  expect(await rowsIn(services)).toEqual([1, 1, 1, 1, 1]);
  // The double has the post before the ledger has its answer.
  await eventually(() => services.store.read.selectFrom('deliveries').select('state').execute()).toEqual([
    { state: 'accepted' },
  ]);
});

test('somebody whose Teams has moved is the same resident, and is answered where they are now', async () => {
  const [before, after] = [await farSide(), await farSide()];
  const { url, services } = await town({ BOT_FRAMEWORK_LOCAL: 'on' });
  await post(url, { ...teamsBase, serviceUrl: before.origin, text: 'Hello' });
  await eventually(() => before.posts.length).toBe(1);
  await post(url, { ...teamsBase, id: '2', serviceUrl: after.origin, text: 'HELP' });
  await eventually(() => after.posts.length).toBe(1);
  expect(before.posts).toHaveLength(1);
  const [addresses, residents] = await rowsIn(services);
  expect([addresses, residents]).toEqual([1, 1]);
});

test('two people on the same web page are two residents, although the page calls both alike', async () => {
  const double = await farSide();
  const { url, services } = await town({ BOT_FRAMEWORK_LOCAL: 'on', SENDING: 'off' });
  const activity = { ...webBase, serviceUrl: double.origin, text: 'Hello' };
  await post(url, activity);
  await post(url, { ...activity, conversation: { id: 'another' } });
  const [addresses, residents] = await rowsIn(services);
  expect([addresses, residents]).toEqual([2, 2]);
});

test('a team is told to write alone, and nothing of it is kept', async () => {
  const double = await farSide();
  const { url, services } = await town({ BOT_FRAMEWORK_LOCAL: 'on' });
  const conversation = { id: '19:t@thread.tacv2', isGroup: true, conversationType: 'channel' };
  const activity = { ...teamsBase, conversation, serviceUrl: double.origin, text: 'our street' };
  expect((await post(url, activity)).status).toBe(200);
  await eventually(() => double.posts.length).toBe(1);
  // In the language that their Teams is in.
  expect(JSON.parse(double.posts[0]?.body ?? '').text).toMatch(/un person ar y tro|grŵp/);
  expect(await rowsIn(services)).toEqual(none);
});

test.each([
  ['no token', {}],
  ['a token that nobody signed', { authorization: bearer({ claims: {}, by: 'nobody' }) }],
  [
    'a token of a stranger',
    { authorization: bearer({ claims: { iss: 'https://login.example.org' }, by: 'stranger' }) },
  ],
])('with %s nothing is written, and the answer says no more than that', async (_, headers) => {
  const { url, services } = await town(credentials);
  const serviceUrl = 'https://smba.trafficmanager.net/uk/';
  const answer = await post(url, { ...teamsBase, serviceUrl, text: 'Hello' }, headers);
  expect(answer.status).toBe(401);
  expect(await answer.text()).toMatch(/^The Bot Framework token .*\.\n$/);
  expect(await rowsIn(services)).toEqual(none);
});

test('whoever is forwarded by a proxy does not pass for this machine', async () => {
  const { url, services } = await town({ BOT_FRAMEWORK_LOCAL: 'on' });
  const headers = { 'x-forwarded-for': '203.0.113.7' };
  expect((await post(url, { ...webBase, text: 'Hello' }, headers)).status).toBe(403);
  expect(await rowsIn(services)).toEqual(none);
});

test('where nothing is set up it says what to set', async () => {
  const { url } = await town({});
  const answer = await post(url, { ...webBase, text: 'Hello' });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('set MicrosoftAppId');
});

test('the words are taken before they are acknowledged', async () => {
  const { post: send, received } = await webhookServer();
  const request = posted({ ...webBase, text: 'Hello' });
  const answer = await send('/api/messages', request.rawBody, request.headers);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'application/json',
    '{}',
  ]);
  expect(received).toMatchObject([{ channel: 'webchat', text: 'Hello' }]);
});

import twilio from 'twilio';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { startTwilioDouble, type TwilioDouble } from './twilio.ts';
import { rateLimited, type TwilioAnswer, twilioAnswers } from './twilio-answers.ts';
import { type Heard, openWebhookEar } from './webhook-ear.ts';

const accountSid = 'AC00000000000000000000000000000001';
const authToken = 'a-token-for-tests';
const resident = '+447700900001';
const publicUrl = 'https://listen.example';
const us = '+447700900100';

const started: TwilioDouble[] = [];
async function start(): Promise<TwilioDouble> {
  const double = await startTwilioDouble({ accountSid, authToken });
  started.push(double);
  return double;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((double) => double.close()));
});

const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

function post(
  double: TwilioDouble,
  form: Record<string, string>,
  headers = { authorization },
): Promise<Response> {
  const url = `${double.origin}/2010-04-01/Accounts/${accountSid}/Messages.json`;
  return fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) });
}

const hello = { To: resident, From: us, Body: 'Helo 👋' };

test('a message is accepted as Twilio does it, and logged before the answer', async () => {
  const double = await start();
  const response = await post(double, hello);
  expect(response.status).toBe(201);
  const body = await response.json();
  expect(body).toMatchObject({ to: resident, from: us, body: 'Helo 👋', status: 'queued', error_code: null });
  expect(body).toMatchObject({ sid: expect.stringMatching(/^SM[0-9a-f]{32}$/), num_segments: '1' });
  expect(double.posts).toMatchObject([
    { to: resident, answer: 'accept', sid: (body as { sid: string }).sid },
  ]);
  expect(double.log()).toEqual(double.posts);
});

test("Twilio's own library can send, list and fetch through it", async () => {
  const double = await start();
  const client = twilio(accountSid, authToken);
  const request = client.httpClient.request.bind(client.httpClient);
  client.httpClient.request = (options) =>
    request({ ...options, uri: options.uri.replace('https://api.twilio.com', double.origin) });
  const sent = await client.messages.create({
    to: resident,
    messagingServiceSid: `MG${'0'.repeat(32)}`,
    body: 'One',
  });
  expect(sent).toMatchObject({ status: 'accepted', from: null, numSegments: '0' });
  await client.messages.create({ to: '+447700900002', from: us, body: 'Two' });
  const yesterday = new Date(Date.now() - 86_400_000);
  const found = await client.messages.list({ to: resident, dateSentAfter: yesterday, pageSize: 1 });
  expect(found.map(({ body }) => body)).toEqual(['One']);
  expect(await client.messages.list({ dateSentBefore: yesterday })).toEqual([]);
  expect(await client.messages.list({ pageSize: 1 })).toHaveLength(2);
  expect((await client.messages(sent.sid).fetch()).body).toBe('One');
  double.script.next(rateLimited(7));
  const refused = client.messages.create({ to: resident, from: us, body: 'Three' });
  await expect(refused).rejects.toMatchObject({ status: 429, code: 20429 });
});

test.each<[string, Record<string, string>, number]>([
  ['no recipient', { From: us, Body: 'x' }, 21604],
  ['a recipient that is no number', { To: '12', From: us, Body: 'x' }, 21211],
  ['no sender', { To: resident, Body: 'x' }, 21603],
  ['no words', { To: resident, From: us }, 21602],
  ['too many words', { To: resident, From: us, Body: 'x'.repeat(1601) }, 21617],
  ['a bad callback', { ...hello, StatusCallback: 'nowhere' }, 21609],
])('a form with %s is refused, and logged', async (_, form, code) => {
  const double = await start();
  const response = await post(double, form);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    code,
    status: 400,
    more_info: expect.stringContaining(`${code}`),
  });
  expect(double.log()).toMatchObject([{ answer: 'invalid', sid: null }]);
});

test('wrong credentials are refused, and logged', async () => {
  const double = await start();
  const response = await post(double, hello, { authorization: 'Basic bm86bm8=' });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 20003 });
  expect(double.log()).toMatchObject([{ answer: 'unauthorised', sid: null }]);
});

test('answers can be planned for a number and for the next few', async () => {
  const double = await start();
  double.script.always('+447700900003', twilioAnswers.optedOut);
  double.script.next(rateLimited(30));
  double.script.next(twilioAnswers.serverError);
  const statusOf = async (form: Record<string, string>) => (await post(double, form)).status;
  expect(await statusOf({ ...hello, To: '+447700900003' })).toBe(400);
  const limited = await post(double, hello);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '30']);
  expect([await statusOf(hello), await statusOf(hello)]).toEqual([500, 201]);
  double.script.forget('+447700900003');
  expect(await statusOf({ ...hello, To: '+447700900003' })).toBe(201);
  expect(double.messages).toHaveLength(2);
});

test.each<[string, TwilioAnswer, number]>([
  ['after taking the message', twilioAnswers.acceptThenReset, 1],
  ['before', twilioAnswers.resetBeforeAccept, 0],
])('the connection can break %s', async (_, answer, taken) => {
  const double = await start();
  double.script.next(answer);
  await expect(post(double, hello)).rejects.toThrow('fetch failed');
  expect(double.log()).toMatchObject([{ answer: answer.kind }]);
  expect(double.messages).toHaveLength(taken);
});

test('an error can hide a message that was taken', async () => {
  const double = await start();
  double.script.next(twilioAnswers.acceptThenError);
  expect((await post(double, hello)).status).toBe(500);
  expect(double.messages).toHaveLength(1);
});

test('an answer can be held back', async () => {
  const double = await start();
  double.script.next(twilioAnswers.acceptThenWait);
  let answered = false;
  const waiting = post(double, hello).then((response) => {
    answered = true;
    return response.status;
  });
  await double.posted(1);
  expect([double.messages.length, answered]).toEqual([1, false]);
  double.release();
  expect(await waiting).toBe(201);
});

test('it can be down, and up again at the same place', async () => {
  const double = await start();
  await double.down();
  await expect(post(double, hello)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  await double.up();
  expect((await post(double, hello)).status).toBe(201);
});

interface Call {
  url: string;
  signature: string;
  form: Record<string, string>;
}

/** What the product would hear; remembered by an ear in its place. */
async function startWithEar(): Promise<{ double: TwilioDouble; calls(): Call[] }> {
  const [double, ear] = [await start(), await openWebhookEar()];
  onTestFinished(() => ear.close());
  double.callsTo({ local: ear.local, publicUrl });
  const callOf = ({ url, headers, body }: Heard) => ({
    url,
    signature: String(headers['x-twilio-signature'] ?? ''),
    form: Object.fromEntries(new URLSearchParams(body)),
  });
  return { double, calls: () => ear.heard.map(callOf) };
}

test('what comes in is signed over the public URL', async () => {
  const { double, calls } = await startWithEar();
  const fields = { ButtonPayload: 'yes' };
  const answer = await double.inbound({
    from: `whatsapp:${resident}`,
    to: `whatsapp:${us}`,
    body: 'Dŵr 💧',
    fields,
  });
  expect(answer).toMatchObject({ status: 200, contentType: 'text/xml', body: '<Response/>' });
  const [call] = calls();
  expect(call).toMatchObject({
    url: '/webhooks/twilio',
    form: { Body: 'Dŵr 💧', WaId: '447700900001', NumMedia: '0' },
  });
  const valid = twilio.validateRequest(
    authToken,
    call!.signature,
    `${publicUrl}/webhooks/twilio`,
    call!.form,
  );
  expect(valid).toBe(true);
  await double.deliver(answer.call);
  expect(calls()[1]).toEqual(call);
});

test.each(['missing', 'garbage', 'otherToken', 'otherUrl', 'tampered'] as const)(
  'a signature can be %s',
  async (signature) => {
    const { double, calls } = await startWithEar();
    await double.inbound({ from: resident, to: us, body: 'Hello', signature });
    const [call] = calls();
    const valid = twilio.validateRequest(
      authToken,
      call!.signature,
      `${publicUrl}/webhooks/twilio`,
      call!.form,
    );
    expect(valid).toBe(false);
  },
);

test('a status goes, signed, to the callback that came with the message', async () => {
  const { double, calls } = await startWithEar();
  const StatusCallback = `${publicUrl}/webhooks/twilio/status?attempt=a%20b`;
  await post(double, { ...hello, StatusCallback });
  const sid = double.posts[0]?.sid ?? '';
  await double.status({ sid, status: 'undelivered', errorCode: 30007 });
  const [call] = calls();
  expect(call).toMatchObject({ url: '/webhooks/twilio/status?attempt=a%20b' });
  expect(call?.form).toMatchObject({ MessageSid: sid, MessageStatus: 'undelivered', ErrorCode: '30007' });
  expect(twilio.validateRequest(authToken, call!.signature, StatusCallback, call!.form)).toBe(true);
  await expect(double.status({ sid: 'SMnone', status: 'sent' })).rejects.toThrow(
    'Twilio has no message SMnone',
  );
});

test('a file is kept for whoever has the credentials', async () => {
  const double = await start();
  const url = double.media('image/png', Buffer.from('png'));
  expect((await fetch(url)).status).toBe(401);
  const response = await fetch(url, { headers: { authorization } });
  expect([response.headers.get('content-type'), await response.text()]).toEqual(['image/png', 'png']);
});

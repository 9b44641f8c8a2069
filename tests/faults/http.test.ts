import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { WebhookCall } from '#tests/support/providers/our-side.ts';
import { officerOf, Visitor } from '#tests/web/officer.ts';
import { rowsIn } from './rows.ts';
import { bothProviders, chatOf, ourNumber, smsNumber } from './town.ts';

const publicUrl = 'http://localhost:3000';
const webhooks = ['/webhooks/twilio', '/webhooks/twilio/status', '/webhooks/telegram'];

async function town() {
  const providers = await bothProviders();
  const { twilio, telegram } = providers;
  const app = await startApp({ env: { ...twilio.env, ...telegram.env, TWILIO_FROM: ourNumber } });
  twilio.callsTo({ local: app.url, publicUrl });
  telegram.callsTo({ local: app.url, publicUrl });
  return { ...providers, ...app };
}

test('what no provider of ours signed is refused, and not one row of any table is written', async () => {
  const { twilio, telegram, services } = await town();
  const before = await rowsIn(services);
  const from = { from: smsNumber(1), to: ourNumber, body: 'High Street' };
  const fields = { MessageStatus: 'delivered' };
  for (const path of ['/webhooks/twilio', '/webhooks/twilio/status', '/webhooks/twilio/status?attempt=1'])
    for (const signature of ['missing', 'garbage', 'otherToken', 'otherUrl', 'tampered'] as const)
      expect([path, signature, (await twilio.inbound({ ...from, fields, path, signature })).status]).toEqual([
        path,
        signature,
        403,
      ]);
  const chat = { chatId: chatOf(1) };
  for (const secret of ['wrong', 'missing'] as const) {
    expect((await telegram.message({ ...chat, text: 'High Street', secret })).status).toBe(401);
    expect((await telegram.press({ ...chat, data: 'yes', messageId: 1, secret })).status).toBe(401);
    expect((await telegram.membership({ ...chat, status: 'kicked', secret })).status).toBe(401);
  }
  expect(await rowsIn(services)).toEqual(before);
});

test('what is signed but too large, cut off or no message writes nothing either', async () => {
  const { twilio, telegram, services, url } = await town();
  const before = await rowsIn(services);
  const large = 'x'.repeat(64 * 1024);
  const from = { from: smsNumber(1), to: ourNumber };
  expect((await twilio.inbound({ ...from, body: large })).status).toBe(413);
  expect((await telegram.message({ chatId: chatOf(1), text: large })).status).toBe(413);
  const status = { ...from, body: large, path: '/webhooks/twilio/status', fields: { MessageStatus: 'sent' } };
  expect((await twilio.inbound(status)).status).toBe(413);
  const call = telegram.call.message({ chatId: chatOf(1), text: 'High Street' });
  const bodies = ['', '{', '[]', 'null', '"text"', '{"update_id":"1"}', '{"update_id":1e400}', '[[[[[[[[[['];
  for (const body of bodies)
    expect([body, (await telegram.deliver({ ...call, body })).status]).toEqual([body, 400]);
  expect((await twilio.inbound({ ...from, body: 'x', fields: { MessageSid: '' } })).status).toBe(400);

  // A body that never arrives whole.
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  const headers = Object.entries(call.headers).map(([name, value]) => `${name}: ${value}`);
  const head = ['POST /webhooks/telegram HTTP/1.1', 'host: localhost', ...headers, 'content-length: 9999'];
  await new Promise<void>((sent) => socket.write(`${head.join('\r\n')}\r\n\r\n${call.body}`, () => sent()));
  await new Promise<void>((closed) => socket.destroy().once('close', () => closed()));
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await rowsIn(services)).toEqual(before);
});

test('a true call that is made again is acknowledged, and nothing happens', async () => {
  const { twilio, telegram, services, clock } = await town();
  const first: WebhookCall[] = [
    twilio.inboundCall({ from: smsNumber(1), to: ourNumber, body: 'High Street' }),
    telegram.call.message({ chatId: chatOf(1), text: 'High Street' }),
    twilio.inboundCall({ from: smsNumber(1), to: ourNumber, body: 'The kerb is too high' }),
    twilio.inboundCall({ from: smsNumber(1), to: ourNumber, body: 'STOP', fields: { OptOutType: 'STOP' } }),
    telegram.call.membership({ chatId: chatOf(1), status: 'kicked' }),
    twilio.inboundCall({
      from: ourNumber,
      to: smsNumber(1),
      body: '',
      path: '/webhooks/twilio/status?attempt=1',
      fields: { MessageStatus: 'delivered', MessageSid: `SM${'c'.repeat(32)}` },
    }),
  ];
  for (const call of first) {
    const { deliver } = call.url.includes('twilio') ? twilio : telegram;
    expect((await deliver(call)).status).toBe(200);
    const after = await rowsIn(services);
    clock.advance(3_600_000);
    for (let again = 0; again < 2; again += 1) expect((await deliver(call)).status).toBe(200);
    expect(await rowsIn(services)).toEqual(after);
  }
  // What came after the first of them still holds.
  expect(await services.store.read.selectFrom('optOuts').selectAll().execute()).toHaveLength(1);
});

test('a method that a place does not know does nothing there', async () => {
  const { services, url, ...app } = await town();
  await officerOf({ services }, 'admin');
  const visitor = await Visitor.signedIn({ url }, 'admin');
  const before = await rowsIn(services);
  const answers: [string, string, number][] = [];
  const ask = async (method: string, path: string) => {
    const answer = await fetch(url + path, {
      method,
      headers: { cookie: visitor.cookies },
      redirect: 'manual',
    });
    answers.push([method, path, answer.status]);
  };
  for (const path of webhooks)
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) await ask(method, path);
  for (const path of [
    '/console',
    '/console/themes',
    '/console/officers',
    '/you-said-we-did',
    '/simulator',
    '/healthz',
  ])
    for (const method of ['PUT', 'PATCH', 'DELETE']) await ask(method, path);
  for (const path of [
    '/you-said-we-did',
    '/you-said-we-did/feed.atom',
    '/healthz',
    '/readyz',
    '/metrics',
    '/nothing',
  ])
    await ask('POST', path);
  expect(answers.filter(([, , status]) => status !== 404 && status !== 403 && status !== 405)).toEqual([]);
  for (const path of webhooks) await ask('OPTIONS', path);
  expect(await rowsIn(services)).toEqual(before);
  expect(app.twilio.posts).toEqual([]);
});

test('forms of the console: 512 KB is read, more is not, and neither is a thousand and one fields', async () => {
  const { services, url } = await town();
  await officerOf({ services }, 'admin');
  const visitor = await Visitor.signedIn({ url }, 'admin');
  const { html } = await visitor.get('/console/themes/new');
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const before = await rowsIn(services);
  const filled = (bytes: number) => {
    const fields = { _csrf, consultation: 'high-street', 'name-en': '' };
    const rest = bytes - new URLSearchParams(fields).toString().length;
    return { ...fields, 'name-en': 'x'.repeat(rest) };
  };
  expect((await visitor.postBare('/console/themes', filled(512 * 1024))).status).toBe(400);
  expect((await visitor.postBare('/console/themes', filled(512 * 1024 + 1))).status).toBe(413);
  const fields = (many: number) =>
    Object.fromEntries(Array.from({ length: many - 1 }, (_, number) => [`f${number}`, 'x']));
  expect((await visitor.postBare('/console/themes', { ...fields(1000), _csrf })).status).toBe(404);
  expect((await visitor.postBare('/console/themes', { ...fields(1001), _csrf })).status).toBe(413);
  expect(await rowsIn(services)).toEqual(before);
});

test('a sign-in link that only a HEAD, or a form without its token, has met is still good', async () => {
  const { services, url } = await town();
  const { createFirstSignInLink } = await import('#people/signInLinks.ts');
  const link = `/console/sign-in/link?token=${await createFirstSignInLink(services)}`;
  const someone = { name: 'First Officer', email: 'first@example.org', password: 'three random words' };
  for (const method of ['HEAD', 'GET', 'PUT']) await fetch(url + link, { method, redirect: 'manual' });
  const visitor = new Visitor(url);
  expect((await visitor.postBare(link, someone)).status).toBe(403);
  expect((await visitor.post(link, someone)).location).toBe('/console');
  await eventually(async () => (await visitor.get('/console')).status).toBe(200);
});

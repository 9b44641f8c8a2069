import { expect, test } from 'vitest';
import { sendMail } from '#notify/smtp.ts';
import { teller } from '#notify/tell.ts';
import { eventually } from '#tests/support/eventually.ts';
import { closedPort, endlessMailServer, mailServer, webhookServer } from './far-sides.ts';

const notice = {
  id: 'case-1-lead',
  subject: 'Safeguarding case: act now / Achos diogelu: gweithredwch nawr',
  text: 'A safeguarding case is open.',
  url: 'https://listen.example.org/console/cases/1',
};
const from = 'Hearback <hearback@example.org>';

test('an e-mail goes to one person, says what it is and asks for no automatic answer', async () => {
  const server = await mailServer({ password: 'open sesame' });
  const tell = teller({ url: server.url('hearback:open%20sesame@'), from });
  expect(await tell('lead@example.org', notice)).toEqual({ kind: 'told' });
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]).toMatchObject({ from: 'hearback@example.org', to: ['lead@example.org'] });
  const source = server.mails[0]?.source ?? '';
  expect(source).toContain('Message-ID: <case-1-lead@listen.example.org>');
  expect(source).toContain('Auto-Submitted: auto-generated');
  expect(source).toContain('A safeguarding case is open.');
});

test('a wrong password, a refused recipient and a server that is away are told apart, and no secret is in what is said', async () => {
  const server = await mailServer({ password: 'right' });
  const wrong = await teller({ url: server.url('hearback:wrong@'), from })('lead@example.org', notice);
  expect(wrong).toEqual({ kind: 'failed', reason: 'signIn', code: '535' });
  server.behaviour.refuse = true;
  const refused = await teller({ url: server.url('hearback:right@'), from })('lead@example.org', notice);
  expect(refused).toEqual({ kind: 'failed', reason: 'refused', code: '550' });
  const away = teller({ url: `smtp://127.0.0.1:${await closedPort()}`, from });
  expect(await away('lead@example.org', notice)).toMatchObject({ kind: 'failed', reason: 'unreachable' });
  expect(await teller(null)('lead@example.org', notice)).toMatchObject({ kind: 'failed' });
  expect(server.mails).toEqual([]);
});

test('a mail server that keeps talking and never answers is left, and nothing stays open', async () => {
  const server = await endlessMailServer();
  const told = await sendMail({ url: server.url, from }, 'lead@example.org', notice, 200);
  expect(told).toEqual({ kind: 'failed', reason: 'unreachable', code: 'ESOCKET' });
  await eventually(() => server.open.size).toBe(0);
});

test('a webhook gets JSON with the text that chat programs show', async () => {
  const server = await webhookServer();
  expect(await teller(null)(server.url, notice)).toEqual({ kind: 'told' });
  expect(server.posts).toHaveLength(1);
  expect(server.posts[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'idempotency-key': notice.id,
  });
  expect(JSON.parse(server.posts[0]?.body ?? '')).toEqual(notice);
});

test('a webhook that redirects is not followed, one that refuses or is away is said to', async () => {
  const server = await webhookServer();
  const elsewhere = await webhookServer();
  Object.assign(server.behaviour, { status: 307, location: elsewhere.url });
  const tell = teller(null);
  expect(await tell(server.url, notice)).toEqual({ kind: 'failed', reason: 'refused', code: '307' });
  expect(elsewhere.posts).toEqual([]);
  Object.assign(server.behaviour, { status: 404, location: null });
  expect(await tell(server.url, notice)).toEqual({ kind: 'failed', reason: 'refused', code: '404' });
  expect(await tell(`http://127.0.0.1:${await closedPort()}/`, notice)).toEqual({
    kind: 'failed',
    reason: 'unreachable',
    code: 'ECONNREFUSED',
  });
});

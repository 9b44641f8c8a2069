import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createLogger } from '#logger.ts';
import { createFirstSignInLink } from '#people/signInLinks.ts';
import type { Services } from '#services.ts';
import { startApp } from '#tests/support/app.ts';
import { eventually } from '#tests/support/eventually.ts';
import { officerOf, Visitor } from '#tests/web/officer.ts';
import { caseAbout, said } from '#tests/web/said.ts';
import { bothProviders, ourNumber } from './town.ts';

const number = '+447700900731';
const chatId = 7_700_900_731;
const email = '07700900731@example.org';

/** Each way in which the number could stand in a line. */
function traces(): string[] {
  const plain = [
    number,
    number.slice(1),
    '07700900731',
    '7700900731',
    '07700 900731',
    '07700 900 731',
    'tel:07700-900731',
  ];
  const encoded = plain.flatMap((one) => [
    encodeURIComponent(one),
    Buffer.from(one).toString('hex'),
    // Base64 of it wherever it begins in a longer text, without the letters that what stands beside it decides.
    ...[0, 1, 2].map((shift) =>
      Buffer.from('x'.repeat(shift) + one)
        .toString('base64')
        .slice(shift === 0 ? 0 : shift + 1)
        .replace(/=+$/, '')
        .slice(0, -1),
    ),
  ]);
  const hashed = [number, number.slice(1), String(chatId), '07700900731'].flatMap((one) =>
    ['md5', 'sha1', 'sha256'].flatMap((algorithm) => {
      const digest = createHash(algorithm).update(one).digest();
      return [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')];
    }),
  );
  return [...plain, ...encoded, ...hashed];
}

/** From now on the database refuses to write to a table, and says so with the number in its words. */
async function failOn(
  { store }: Services,
  table: string,
  event: 'insert' | 'update',
): Promise<() => Promise<void>> {
  const name = `fails_${table}_${event}`;
  const trigger = `create trigger ${name} before ${event} on "${table}" begin select raise(abort, 'no ${number} here'); end`;
  await store.turn(({ db }) => sql.raw(trigger).execute(db));
  return async () => {
    await store.turn(({ db }) => sql.raw(`drop trigger ${name}`).execute(db));
  };
}

test('a number is in no line of the log, whatever goes well or wrong', async () => {
  const lines: string[] = [];
  const log = createLogger('debug', { write: (line) => void lines.push(line) });
  const { twilio, telegram } = await bothProviders();
  const app = await startApp({ env: { ...twilio.env, ...telegram.env, TWILIO_FROM: ourNumber }, log });
  const { services, clock, url } = app;
  const publicUrl = 'http://localhost:3000';
  twilio.callsTo({ local: url, publicUrl });
  telegram.callsTo({ local: url, publicUrl });
  services.startJobs();
  const sms = (body: string, more: object = {}) =>
    twilio.inbound({ from: number, to: ourNumber, body, ...more });
  const chat = (text: string, more: object = {}) => telegram.message({ chatId, text, ...more });

  // All is well.
  await sms('High Street');
  await chat('High Street');
  await sms(`Ring me on ${number} or 07700 900731`);
  await chat(`Ring me on ${number} or 07700 900731`);
  await eventually(() => twilio.posts.length + telegram.posts().length).toBe(2);
  const { sid } = twilio.posts[0]!;
  await twilio.status({ sid: sid ?? '', status: 'delivered' });

  // Refused.
  for (const signature of ['missing', 'garbage', 'otherUrl', 'tampered'] as const)
    await sms('x', { signature });
  await chat('x', { secret: 'wrong' });
  await sms(number.repeat(10_000));
  await telegram.deliver({ ...telegram.call.message({ chatId, text: 'x' }), body: `{"chat":"${number}"` });
  await twilio.inbound({ from: `whatsapp:${number}`, to: ourNumber, body: 'x', fields: { MessageSid: '' } });

  // The provider refuses, fails and hangs up, and names the number.
  const message = `Invalid 'To' Phone Number: ${number}`;
  const posts = () => twilio.posts.length;
  for (const answer of [
    { kind: 'reject', status: 400, code: 21211, message },
    { kind: 'reject', status: 500, code: 20500, message },
    { kind: 'reject', status: 429, code: 20429, message, retryAfter: 1 },
    { kind: 'acceptThenReset' },
  ] as const) {
    twilio.script.next(answer);
    const before = posts();
    await sms('PRIVACY');
    await services.outbox.pump();
    clock.advance(60_000);
    expect(posts()).toBeGreaterThan(before);
  }
  await telegram.down();
  await chat('PRIVACY');
  await services.outbox.pump();
  await telegram.up();

  // The database refuses, in the midst of everything.
  for (const [table, event] of [
    ['messages', 'insert'],
    ['messages', 'update'],
    ['conversations', 'update'],
    ['conversationInputs', 'insert'],
    ['deliveries', 'insert'],
    ['deliveries', 'update'],
    ['receipts', 'insert'],
    ['addresses', 'update'],
  ] as const) {
    const mend = await failOn(services, table, event);
    await sms('PRIVACY');
    await chat('PRIVACY');
    await twilio.status({ sid: sid ?? '', status: 'read' });
    clock.advance(300_000);
    await services.wake().catch(() => {});
    await services.outbox.pump().catch(() => {});
    await services.outbox.recover().catch(() => {});
    await mend();
    await services.outbox.pump();
  }

  // Officers look for it, type it where it does not belong, and see it where they may.
  await createFirstSignInLink(services);
  await officerOf(app, 'admin');
  const visitor = await Visitor.signedIn(app, 'admin');
  await visitor.post('/console/sign-in', { email, password: number });
  for (const path of ['/console/responses?words=', '/console/responses/', '/', '/you-said-we-did?lang='])
    for (const typed of [number, '07700%20900731', '%2B447700900731%00']) await visitor.get(path + typed);
  const about = await caseAbout(app, await said(app, `Ring ${number}`));
  await visitor.post(`/console/cases/${about}/address`, {}, `/console/cases/${about}`);
  const mend = await failOn(services, 'officers', 'insert');
  expect((await visitor.post('/console/officers', { name: number, email, role: 'viewer' })).status).toBe(500);
  await mend();
  await visitor.post('/console/officers', { name: number, email, role: 'viewer' });
  const phone = services.simulator.newPhone('sms').address;
  const words = new URLSearchParams({ text: number });
  await fetch(`${url}/simulator/phones/${phone}/messages`, {
    method: 'POST',
    body: words,
    redirect: 'manual',
  });

  const levels = new Set(lines.map((line) => (JSON.parse(line) as { level: number }).level));
  expect(levels).toContain(50);
  expect(levels).toContain(40);
  const whole = lines.join('').toLowerCase();
  expect(traces().filter((trace) => whole.includes(trace.toLowerCase()))).toEqual([]);
});

import { describe, expect, onTestFinished, test } from 'vitest';
import { replay } from '#conversation/replay.ts';
import { createLogger } from '#logger.ts';
import { type Database, databases } from '#tests/store/databases.ts';
import { startApp } from '#tests/support/app.ts';
import { freshDatabase } from '#tests/support/postgres.ts';
import { hear } from '#tests/web/high-street.ts';
import { officerOf, Visitor } from '#tests/web/officer.ts';
import { publish } from '#tests/web/published.ts';
import { strange } from './strange.ts';
import { bothProviders, chatOf, ourNumber, smsNumber } from './town.ts';

async function town(database: Database) {
  const providers = await bothProviders();
  const { twilio, telegram } = providers;
  const logged: string[] = [];
  const env: Record<string, string> = { ...twilio.env, ...telegram.env, TWILIO_FROM: ourNumber };
  if (database === 'postgres') {
    const { url, drop } = await freshDatabase();
    // After the app, which is stopped after the test has finished.
    onTestFinished(() => void drop().catch(() => {}));
    env.DATABASE_URL = url;
  }
  const publicUrl = 'http://localhost:3000';
  const log = createLogger('debug', { write: (line) => void logged.push(line) });
  const app = await startApp({ env: { ...env, DEFAULT_FLOW: 'high-street' }, log });
  twilio.callsTo({ local: app.url, publicUrl });
  telegram.callsTo({ local: app.url, publicUrl });
  return { ...providers, ...app, logged };
}

describe.each(databases)('on %s', (database) => {
  test('whatever words come are kept, acknowledged, and listened to', { timeout: 60_000 }, async () => {
    const { twilio, telegram, services, clock, url, logged } = await town(database);
    const texts = Object.entries(strange);
    let person = 0;
    let said = 0;
    for (const [name, text] of texts) {
      person += 1;
      const sms = (body: string, fields = {}) =>
        twilio.inbound({ from: smsNumber(person), to: ourNumber, body, fields });
      const chat = { chatId: chatOf(person) };
      const phone = services.simulator.newPhone('whatsapp').address;
      const typed = (text: string) =>
        fetch(`${url}/simulator/phones/${phone}/messages`, {
          method: 'POST',
          body: new URLSearchParams({ text: text.toWellFormed() }),
          headers: { 'x-live': '1' },
          redirect: 'manual',
        });
      expect((await sms('High Street')).status).toBe(200);
      expect((await telegram.message({ ...chat, text: 'High Street' })).status).toBe(200);
      expect((await typed('High Street')).status).toBe(303);

      expect([name, (await sms(text.toWellFormed())).status]).toEqual([name, 200]);
      expect([name, (await telegram.message({ ...chat, text })).status]).toEqual([name, 200]);
      const { status } = await typed(text);
      // A form refuses what has no words in it.
      expect(status).toBe(text.trim() === '' ? 400 : 303);
      said += status === 303 ? 13 : 12;
      clock.advance(200_000);
      await services.wake();
      // And where a button was pressed, a name was given, or another field was filled with it.
      const press = { ...chat, data: text, messageId: 5 };
      expect([name, (await telegram.press(press)).status]).toEqual([name, 200]);
      for (const field of [
        'OriginalRepliedMessageSid',
        'ProfileName',
        'ButtonPayload',
        'Latitude',
        'NumMedia',
        'OptOutType',
      ])
        expect([name, field, (await sms('words', { [field]: text.toWellFormed() })).status]).toEqual([
          name,
          field,
          200,
        ]);
    }
    const { read } = services.store;
    const kept = await read.selectFrom('messages').select('state').execute();
    expect(kept).toHaveLength(said);
    expect(kept.filter(({ state }) => state === 'failed')).toEqual([]);
    for (const { id } of await read.selectFrom('conversations').select('id').execute()) {
      const { stored, replayed } = await replay(
        read,
        { ...services, organisation: services.config.organisation },
        id,
      );
      expect(replayed).toEqual(stored);
    }
    expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  test('a caller that is ours may send any field, and is never told that we failed', {
    timeout: 60_000,
  }, async () => {
    const { twilio, telegram } = await town(database);
    const answers: [string, string, number][] = [];
    for (const [name, raw] of Object.entries(strange)) {
      const text = raw.toWellFormed();
      for (const field of ['MessageSid', 'From', 'To', 'AccountSid', text.slice(0, 100)]) {
        const { status } = await twilio.inbound({
          from: smsNumber(1),
          to: ourNumber,
          body: 'x',
          fields: { [field]: text },
        });
        answers.push([name, field, status]);
      }
      const media = { NumMedia: '1', MediaUrl0: text, MediaContentType0: text };
      answers.push([
        name,
        'media',
        (await twilio.inbound({ from: smsNumber(2), to: ourNumber, body: '', fields: media })).status,
      ]);
      const file = { text: undefined, voice: { file_id: raw, mime_type: raw } };
      answers.push([name, 'voice', (await telegram.message({ chatId: 5, text: '', fields: file })).status]);
      const statusForm = { MessageSid: text, MessageStatus: 'delivered', ErrorCode: text };
      const call = twilio.inboundCall({
        from: smsNumber(1),
        to: ourNumber,
        body: '',
        path: '/webhooks/twilio/status',
        fields: statusForm,
      });
      answers.push([name, 'status', (await twilio.deliver(call)).status]);
      const attempt = `/webhooks/twilio/status?attempt=${encodeURIComponent(text)}`;
      const other = twilio.inboundCall({
        from: smsNumber(1),
        to: ourNumber,
        body: '',
        path: attempt.slice(0, 8000),
        fields: { MessageStatus: 'sent' },
      });
      answers.push([name, 'attempt', (await twilio.deliver(other)).status]);
    }
    expect(answers.filter(([, , status]) => status >= 500)).toEqual([]);
  });

  test('pages and forms of the console answer whatever they are given', { timeout: 120_000 }, async () => {
    const app = await town(database);
    const { services } = app;
    await officerOf(app, 'admin');
    const visitor = await Visitor.signedIn(app, 'admin');
    const { responseId } = await hear(services, {
      phone: 1,
      says: 'The shops are empty.',
      themes: [{ key: 'empty-shops' }],
    });
    const outcome = await publish(services, {
      youSaid: { en: 'Shops are empty.', cy: 'Mae siopau gwag.' },
      weDid: { en: 'We filled them.', cy: 'Fe wnaethom eu llenwi.' },
    });
    const words = { 'youSaid-en': '', 'youSaid-cy': '', 'weDid-en': '', 'weDid-cy': '' };
    const posts: [string, string[]][] = [
      ['/console/sign-in', ['email', 'password', 'to']],
      ['/console/officers', ['name', 'email', 'role']],
      ['/console/themes', ['consultation', 'name-en', 'name-cy', 'definition-en', 'definition-cy']],
      ['/console/outcomes', ['consultation', 'kind', 'themes', ...Object.keys(words)]],
      [`/console/responses/${responseId}/themes`, ['theme']],
      [`/console/responses/${responseId}/accept`, ['coding']],
      [`/console/outcomes/${outcome}/publish`, ['updatedAt']],
    ];
    const sensible: Record<string, string> = {
      consultation: 'high-street',
      kind: 'did',
      role: 'viewer',
      email: 'someone@example.org',
    };
    const queries: [string, string[]][] = [
      ['/console/responses', ['consultation', 'theme', 'review', 'channel', 'words', 'page']],
      ['/console/deliveries', ['state', 'channel', 'purpose', 'outcome', 'page']],
      ['/console/themes', ['consultation']],
      ['/console/outcomes/new', ['consultation', 'theme', 'themes']],
      ['/console/cases', ['state']],
      ['/console/sign-in', ['to', 'lang']],
      ['/console/sign-in/link', ['token']],
      ['/you-said-we-did', ['lang', 'page']],
    ];
    const answers: [string, string, string, number][] = [];
    const page = await visitor.get('/console/themes/new');
    const _csrf = /name="_csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
    for (const [name, raw] of Object.entries({
      ...strange,
      '-1': '-1',
      '1e309': '1e309',
      huge: '9'.repeat(30),
      float: '1.5',
    })) {
      const text = raw.toWellFormed();
      for (const [path, fields] of posts)
        for (const field of fields) {
          // Signing in is slow on purpose, and throttled.
          if (path.endsWith('sign-in') && name !== 'NUL') continue;
          const answer = await visitor.postBare(path, {
            ...Object.fromEntries(fields.map((one) => [one, sensible[one] ?? 'Words'])),
            [field]: text,
            _csrf,
          });
          answers.push([path, field, name, answer.status]);
        }
      const inQuery = encodeURIComponent(text.slice(0, 1000));
      for (const [path, fields] of queries)
        for (const field of fields) {
          answers.push([path, field, name, (await visitor.get(`${path}?${field}=${inQuery}`)).status]);
          answers.push([
            path,
            field,
            `${name}, twice`,
            (await visitor.get(`${path}?${field}=${inQuery}&${field}=x`)).status,
          ]);
        }
      for (const path of [
        '/console/responses/',
        '/console/outcomes/',
        '/console/cases/',
        '/simulator/phones/',
        '/assets/',
        '/',
      ])
        answers.push([path, 'path', name, (await visitor.get(path + inQuery)).status]);
    }
    const many = Object.fromEntries(Array.from({ length: 999 }, (_, field) => [`f${field}`, 'x']));
    answers.push([
      '/console/themes',
      '1,000 fields',
      '',
      (await visitor.postBare('/console/themes', { ...many, _csrf })).status,
    ]);
    expect(answers.filter(([, , , status]) => status >= 500)).toEqual([]);
    expect(app.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

test('STOP stops with what nobody sees around and inside it', async () => {
  const { twilio, telegram, services } = await town('sqlite');
  const stops = [
    '\u200bSTOP',
    'STOP\ufeff',
    'S\u200dT\u2060O\u200cP',
    '\u202eSTOP\u202c',
    'st\u00adop',
    ' STOP\u00a0',
    '\u2067Stop\u2069.',
    'STOP\0',
  ];
  for (const [index, body] of stops.entries()) {
    await twilio.inbound({ from: smsNumber(index), to: ourNumber, body: 'High Street' });
    await telegram.message({ chatId: chatOf(index), text: 'High Street' });
    expect((await twilio.inbound({ from: smsNumber(index), to: ourNumber, body })).status).toBe(200);
    expect((await telegram.message({ chatId: chatOf(index), text: body })).status).toBe(200);
    const stopped = await services.store.read.selectFrom('optOuts').selectAll().execute();
    expect([body, stopped.length]).toEqual([body, 2 * (index + 1)]);
  }
});

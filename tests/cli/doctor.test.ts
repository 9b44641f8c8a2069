import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Channel, Check } from '#channels/channel.ts';
import { checkAddress } from '#cli/doctor/address.ts';
import { checkCare } from '#cli/doctor/care.ts';
import { checkClock } from '#cli/doctor/clock.ts';
import { checkDatabase } from '#cli/doctor/database.ts';
import { checkDisk } from '#cli/doctor/disk.ts';
import { examine } from '#cli/doctor/examine.ts';
import { checkModel } from '#cli/doctor/model.ts';
import { checkName } from '#cli/doctor/name.ts';
import { inWords } from '#cli/doctor.ts';
import { readConfig } from '#config.ts';
import { council, phone } from '#tests/conversation/council.ts';
import { endlessMailServer, mailServer } from '#tests/notify/far-sides.ts';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 20, 12);

async function serving(answer: { status: number; body: string }) {
  const server = createServer((_, response) => response.writeHead(answer.status).end(answer.body));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the address that providers call', () => {
  const here = { loopback: true, needed: false, now };

  it('is right where we answer there', async () => {
    const publicUrl = await serving({ status: 200, body: '{"ok":true}' });
    expect(await checkAddress({ ...here, publicUrl })).toMatchObject({ state: 'ok' });
  });

  it('is no good to a provider where it is this machine only', async () => {
    const found = await checkAddress({ ...here, publicUrl: 'http://localhost:3000', needed: true });
    expect(found).toMatchObject({ state: 'problem', remedy: expect.stringContaining('https') });
  });

  it('must be https', async () => {
    const found = await checkAddress({ ...here, publicUrl: 'http://listen.example.org', loopback: false });
    expect(found).toMatchObject({ state: 'problem', found: 'http://listen.example.org is not https' });
  });

  it('says where something else answers, or nothing', async () => {
    const publicUrl = await serving({ status: 502, body: 'Bad gateway' });
    expect(await checkAddress({ ...here, publicUrl })).toMatchObject({
      state: 'warning',
      found: `something else answers (502) at ${publicUrl}`,
    });
    expect(await checkAddress({ ...here, publicUrl: 'http://127.0.0.1:9' })).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('nothing answers'),
    });
    expect(
      await checkAddress({ publicUrl: 'https://127.0.0.1:9', loopback: false, needed: true, now }),
    ).toMatchObject({ state: 'problem', remedy: expect.stringContaining('Start Hearback') });
  });
});

describe.each(['sqlite', 'postgres'] as const)('the machine, on %s', (dialect) => {
  it('has a database that is whole and a clock that can be believed', async () => {
    const { services, say, clock } = await council(dialect);
    expect(await checkDatabase(services.store)).toMatchObject({ state: 'ok' });
    // PostgreSQL has a clock of its own, and it is that of this machine.
    expect(await checkClock(services.store, Date.now())).toMatchObject({ state: 'ok' });
    await say(phone(1), 'high street');
    expect(await checkClock(services.store, clock.now() - HOUR)).toMatchObject({
      state: 'problem',
      found: expect.stringContaining('a message came at 2026-11-20 12:00 UTC'),
    });
    if (dialect === 'postgres')
      expect(await checkClock(services.store, Date.now() + HOUR * 24 * 365)).toMatchObject({
        state: 'problem',
        found: expect.stringContaining("the database's says"),
      });
    expect(await checkDisk(services.config.dataDir)).toMatchObject({
      what: 'Disk',
      found: expect.stringMatching(/[MG]B free/),
    });
  });
});

describe('who is told of a resident in danger', () => {
  const config = (env: Record<string, string>) => readConfig({ ...env, LOG_LEVEL: 'silent' });
  const told = (url: string) =>
    config({
      SAFEGUARDING_LEAD: 'lead@example.org',
      SAFEGUARDING_DEPUTY: 'deputy@example.org',
      SMTP_URL: url,
      MAIL_FROM: 'hearback@example.org',
    });

  it('must be set before anybody writes', async () => {
    expect(await checkCare(config({}), false)).toMatchObject({ state: 'warning' });
    expect(await checkCare(config({ SAFEGUARDING_LEAD: 'https://example.org/lead' }), true)).toMatchObject({
      state: 'problem',
      found: 'SAFEGUARDING_DEPUTY not set: nobody may be told of a resident in danger',
    });
  });

  it('can be told where the mail server takes us, and no mail is sent to find out', async () => {
    const server = await mailServer();
    expect(await checkCare(told(server.url()), true)).toMatchObject({ state: 'ok' });
    expect(server.mails).toEqual([]);
  });

  it('cannot where it refuses our password, or is not there', async () => {
    const server = await mailServer({ password: 'right' });
    expect(await checkCare(told(server.url('us:wrong@')), true)).toMatchObject({
      state: 'problem',
      found: 'the mail server refuses our password (535)',
    });
    expect(await checkCare(told('smtp://127.0.0.1:9'), true)).toMatchObject({
      state: 'problem',
      found: 'the mail server does not answer (ESOCKET)',
    });
  });
});

describe('the language model', () => {
  const model = { LLM_PROVIDER: 'openai', LLM_MODEL: 'gpt-5-mini', OPENAI_API_KEY: 'sk-secret' };
  const found = (env: Record<string, string>) =>
    inWords(checkModel(readConfig({ ...env, LOG_LEVEL: 'silent' })));

  it('need not be set', () => {
    expect(found({})).toBe(
      'ok       Language model: none is set: themes are suggested on this machine (LLM_PROVIDER and LLM_MODEL)',
    );
  });

  it('is named where it is set, with how to see what it costs, and without its key', () => {
    const priced = { LLM_PENCE_PER_MILLION_IN: '100', LLM_PENCE_PER_MILLION_OUT: '400' };
    expect(found({ ...model, ...priced })).toBe(
      'ok       Language model: openai, gpt-5-mini; nobody was asked. What a reading costs: npx hearback theme --model --dry-run',
    );
    expect(found(model)).toContain('openai, gpt-5-mini, without a price; nobody was asked');
  });
});

describe('who residents read that we are', () => {
  const named = (env: Record<string, string>) => readConfig({ ...env, LOG_LEVEL: 'silent' });
  const welsh = new Set(['en', 'cy'] as const);

  it.each([
    [{}, 'ORGANISATION_NAME', 'Set it, and ORGANISATION_NAME_CY, to the names that they know you by.'],
    [
      { ORGANISATION_NAME: 'Example Council' },
      'ORGANISATION_NAME_CY',
      'Set it to your name in Welsh, or to your name as it is.',
    ],
    [
      { ORGANISATION_NAME_CY: 'Cyngor Enghraifft' },
      'ORGANISATION_NAME',
      'Set it to the name that they know you by.',
    ],
  ])('is to be set where it is not: %j', (env, what, remedy) => {
    expect(checkName(named(env), welsh)).toMatchObject({ state: 'warning', what, remedy });
  });

  it('needs no Welsh where no flow has any', () => {
    const config = named({ ORGANISATION_NAME: 'Example Council' });
    expect(checkName(config, new Set(['en'] as const))).toMatchObject({ state: 'ok' });
    expect(checkName({ ...config, organisation: { en: 'Example', cy: 'Enghraifft' } }, welsh).state).toBe(
      'ok',
    );
  });
});

it('is said in one line, with one full stop between what was found and what to do', () => {
  const check: Check = {
    what: 'Twilio',
    state: 'warning',
    found: 'Twilio did not answer.',
    remedy: 'Try again.',
    fixable: false,
  };
  expect(inWords(check)).toBe('warning  Twilio: Twilio did not answer. Try again.');
  expect(inWords({ ...check, found: 'it is small' })).toBe('warning  Twilio: it is small. Try again.');
});

describe('all of it', () => {
  const wrong: Check = {
    what: 'Telegram webhook',
    state: 'problem',
    found: 'it calls another address',
    remedy: 'Run hearback doctor --fix.',
    fixable: true,
  };
  const right: Check = { ...wrong, state: 'ok', found: 'it calls us', remedy: null, fixable: false };

  /** A provider that is wrongly set up until it is told. */
  async function doctored(fix: boolean) {
    const { services } = await council('sqlite');
    let registered = 0;
    const channel = {
      name: 'telegram',
      check: async () => [registered === 0 ? wrong : right],
      register: async () => {
        registered += 1;
        return [{ ...right, found: 'now calls us' }];
      },
    } satisfies Partial<Channel>;
    services.channels.set('telegram', channel as unknown as Channel);
    const said: Check[] = [];
    for await (const check of examine(services, { fix })) said.push(check);
    return { said: said.filter(({ what }) => what === wrong.what), all: said, registered: () => registered };
  }

  it('changes nothing unless it is asked to', async () => {
    const { said, all, registered } = await doctored(false);
    expect(said).toEqual([wrong]);
    expect(registered()).toBe(0);
    expect(all.map(({ what }) => what)).toEqual([
      'Disk',
      'Key',
      'Database',
      'Clock',
      'PUBLIC_URL',
      'ORGANISATION_NAME',
      'Safeguarding',
      'Sending',
      'Language model',
      'Telegram webhook',
    ]);
  });

  it('puts right what it can, says so, and looks again', async () => {
    const { said, registered } = await doctored(true);
    expect(registered()).toBe(1);
    expect(said.map(({ found }) => found)).toEqual(['now calls us', 'it calls us']);
  });
});

it('does not wait for a mail server that never comes to an end', async () => {
  const { checkMail } = await import('#notify/smtp.ts');
  const { url } = await endlessMailServer();
  expect(await checkMail({ url, from: 'hearback@example.org' }, 300)).toMatchObject({
    kind: 'failed',
    reason: 'unreachable',
  });
});

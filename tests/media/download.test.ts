import http from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Fetched } from '#channels/channel.ts';
import { isPublicAddress } from '#channels/public-address.ts';
import { telegram } from '#channels/telegram/channel.ts';
import { twilio as channels } from '#channels/twilio/channel.ts';
import type { TwilioConfig } from '#channels/twilio/settings.ts';
import { config as botConfig } from '#tests/channels/telegram-hooked.ts';
import { config } from '#tests/channels/twilio-signed.ts';
import type { Reaction } from '#tests/support/providers/far-side.ts';
import { startTelegramDouble } from '#tests/support/providers/telegram.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';

const accountSid = `AC${'0'.repeat(32)}`;
const authToken = 'an-auth-token';
const photo = Buffer.from('pretend that this is a photo');
const maxBytes = 1024 * 1024;

async function twilio(more: Partial<TwilioConfig> = {}) {
  const double = await startTwilioDouble({ accountSid, authToken });
  onTestFinished(() => double.close());
  const channel = channels({
    ...config,
    accountSid,
    authToken,
    apiBaseUrl: double.origin,
    publicUrl: 'https://listen.example.org',
    ...more,
  }).sms;
  const fetch = async (ref: string, signal = AbortSignal.timeout(20_000)) =>
    (await channel.fetchMedia?.({ ref, account: '+447700900000' }, { maxBytes, signal })) as Fetched;
  return { double, fetch };
}

/** Somebody else's server, which must not be asked; it counts who asks all the same. */
async function bystander() {
  const asked: http.IncomingHttpHeaders[] = [];
  const paths: (string | undefined)[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.headers);
    paths.push(request.url);
    response.end('secrets');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked, paths };
}

const redirect = (location: string): Reaction => ({
  kind: 'answer',
  status: 307,
  body: '',
  headers: { location },
});

/** What a name means, as an attacker's own name server says it. */
const meaning =
  (address: string): LookupFunction =>
  (_hostname, _options, callback) =>
    callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);

describe('Twilio', () => {
  test('a file is asked for with our credentials', async () => {
    const { double, fetch } = await twilio();
    expect(await fetch(double.media('image/jpeg', photo))).toEqual({
      kind: 'file',
      bytes: photo,
      contentType: 'image/jpeg',
    });
  });

  test('a URL at Twilio itself is asked for at the address that was configured in its place', async () => {
    const { double, fetch } = await twilio();
    const { pathname } = new URL(double.media('image/jpeg', photo));
    expect((await fetch(`https://api.twilio.com${pathname}`)).kind).toBe('file');
  });

  test('an address in its place keeps its own path', async () => {
    const { port, paths } = await bystander();
    const { fetch } = await twilio({ apiBaseUrl: `http://127.0.0.1:${port}/proxy/` });
    expect((await fetch('https://api.twilio.com/2010-04-01/Accounts/x/Media/y')).kind).toBe('file');
    expect(paths).toEqual(['/proxy/2010-04-01/Accounts/x/Media/y']);
  });

  test('one redirect is followed within the provider', async () => {
    const { double, fetch } = await twilio();
    const url = double.mediaThat(redirect(double.media('image/jpeg', photo)));
    expect((await fetch(url)).kind).toBe('file');
  });

  test('a redirect in a circle ends', async () => {
    const { double, fetch } = await twilio();
    const circle: Reaction = { kind: 'answer', status: 302, body: '', headers: {} };
    const url = double.mediaThat(circle);
    circle.headers = { location: url };
    expect(await fetch(url)).toEqual({ kind: 'elsewhere' });
    expect(double.asked).toHaveLength(4);
  });

  test.each([
    ['this machine', (port: number) => `http://127.0.0.1:${port}/`],
    ['this machine by name', (port: number) => `http://localhost:${port}/`],
    ['this machine in IPv6', (port: number) => `http://[::1]:${port}/`],
    ['this machine in another notation', (port: number) => `http://2130706433:${port}/`],
    ['a name that looks like theirs', (port: number) => `http://api.twilio.com.example.org:${port}/`],
    ['a name in front of the host', (port: number) => `http://api.twilio.com@127.0.0.1:${port}/`],
    ["a cloud's metadata", () => 'http://169.254.169.254/latest/meta-data/'],
    ['a file of this machine', () => 'file:///etc/passwd'],
    ['their content network without encryption', () => 'http://media.twiliocdn.com/x'],
    ['another bucket at S3', () => 'https://s3-external-1.amazonaws.com/someone-else/x'],
    ['no address at all', () => 'http://['],
  ])('%s is never asked, at first or by a redirect', async (_, at) => {
    const { double, fetch } = await twilio();
    const { port, asked } = await bystander();
    expect(await fetch(at(port))).toEqual({ kind: 'elsewhere' });
    expect(await fetch(double.mediaThat(redirect(at(port))))).toEqual({ kind: 'elsewhere' });
    expect(asked).toEqual([]);
  });

  test.each([
    '127.0.0.1',
    '::1',
    '10.0.0.1',
    '169.254.169.254',
    '192.168.1.1',
    'fd00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
  ])('a name of theirs that means %s is not connected to', async (address) => {
    const { double, fetch } = await twilio({ lookup: meaning(address) });
    for (const url of [
      'https://mms.twiliocdn.com/x',
      'https://s3-external-1.amazonaws.com/media.twiliocdn.com/x',
    ])
      expect(await fetch(double.mediaThat(redirect(url)))).toEqual({ kind: 'elsewhere' });
  });

  test('the API itself, where it means this machine', async () => {
    const { fetch } = await twilio({ apiBaseUrl: null, lookup: meaning('127.0.0.1') });
    expect(await fetch('https://api.twilio.com/2010-04-01/Media/ME1')).toEqual({ kind: 'elsewhere' });
  });

  test('a body without end is cut, whatever its header says', async () => {
    const { double, fetch } = await twilio();
    let written = 0;
    const endless = (headers: Record<string, string>): Reaction => ({
      kind: 'stream',
      status: 200,
      headers,
      write: (response) => {
        const chunk = Buffer.alloc(64 * 1024);
        const more = () => {
          while (!response.destroyed && response.write(chunk)) written += chunk.length;
        };
        response.on('drain', more);
        more();
      },
    });
    expect(await fetch(double.mediaThat(endless({ 'content-type': 'image/jpeg' })))).toEqual({
      kind: 'tooLarge',
    });
    expect(written).toBeLessThan(64 * maxBytes);
  });

  test('a body of five gigabytes is not begun', async () => {
    const { double, fetch } = await twilio();
    const huge: Reaction = {
      kind: 'stream',
      status: 200,
      headers: { 'content-length': String(5 * 1024 ** 3) },
      write: (response) => void response.flushHeaders(),
    };
    expect(await fetch(double.mediaThat(huge))).toEqual({ kind: 'tooLarge' });
  });

  test('a body that never ends its first line is given up when the time is over', async () => {
    const { double, fetch } = await twilio();
    const slow: Reaction = { kind: 'stream', status: 200, write: (response) => void response.write('a') };
    const over = new AbortController();
    const fetched = fetch(double.mediaThat(slow), over.signal);
    setTimeout(() => over.abort(), 50);
    expect((await fetched).kind).toBe('retry');
  });

  test('a body that is shorter than its header says is not taken for the file', async () => {
    const { double, fetch } = await twilio();
    const cut: Reaction = {
      kind: 'stream',
      status: 200,
      headers: { 'content-length': '1000' },
      write: (response) => response.write('half', () => response.destroy()),
    };
    expect((await fetch(double.mediaThat(cut))).kind).toBe('retry');
  });

  test.each([
    [404, {}, { kind: 'gone' }],
    [410, {}, { kind: 'gone' }],
    [401, {}, { kind: 'retry', afterMs: 5000 }],
    [500, {}, { kind: 'retry', afterMs: 5000 }],
    [429, { 'retry-after': '7' }, { kind: 'retry', afterMs: 7000 }],
  ])('%d', async (status, headers, expected) => {
    const { double, fetch } = await twilio();
    const said: Reaction = { kind: 'answer', status, body: 'no', headers: headers as Record<string, string> };
    expect(await fetch(double.mediaThat(said))).toEqual(expected);
  });

  test('nobody there', async () => {
    const { double, fetch } = await twilio();
    const url = double.media('image/jpeg', photo);
    await double.down();
    expect((await fetch(url)).kind).toBe('retry');
    expect((await fetch(double.mediaThat({ kind: 'reset' }))).kind).toBe('retry');
  });
});

describe('Telegram', () => {
  const token = '7000000001:a-token-that-nobody-may-read';

  async function bot() {
    const double = await startTelegramDouble({ token, webhookSecret: 'a-secret-word' });
    onTestFinished(() => double.close());
    const channel = telegram({ ...botConfig, token, apiRoot: double.origin });
    const fetch = async (ref: string, signal = AbortSignal.timeout(20_000)) =>
      (await channel.fetchMedia?.({ ref, account: '7000000001' }, { maxBytes, signal })) as Fetched;
    return { double, fetch };
  }

  test('a file is found by its id and fetched', async () => {
    const { double, fetch } = await bot();
    const fetched = await fetch(double.file('voice/file_1.oga', photo));
    expect(fetched).toMatchObject({ kind: 'file', bytes: photo });
  });

  test('a file that they no longer know', async () => {
    const { fetch } = await bot();
    expect((await fetch('nobody-knows-it')).kind).not.toBe('file');
  });

  test('too large for bots, and too large for us', async () => {
    const { double, fetch } = await bot();
    expect(await fetch(double.file('a', Buffer.alloc(21 * 1024 * 1024)))).toEqual({ kind: 'tooLarge' });
    expect(await fetch(double.file('b', Buffer.alloc(maxBytes + 1)))).toEqual({ kind: 'tooLarge' });
  });

  test('no redirect is followed, not even to themselves', async () => {
    const { double, fetch } = await bot();
    const { port, asked } = await bystander();
    double.file('photos/file_2.jpg', photo);
    for (const to of [`http://127.0.0.1:${port}/`, `${double.origin}/file/bot${token}/photos/file_2.jpg`]) {
      const fetched = await fetch(double.file(`photos/${to.length}.jpg`, redirect(to)));
      expect(fetched).toEqual({ kind: 'elsewhere' });
    }
    expect(asked).toEqual([]);
  });

  test.each(['../../etc/passwd', '..%2f..%2fgetMe', '\\..\\..\\x'])(
    'a path that leads out: %s',
    async (path) => {
      const { double, fetch } = await bot();
      expect((await fetch(double.file(path, photo))).kind).not.toBe('file');
    },
  );

  test('whatever goes wrong, the token is in nothing that comes back', async () => {
    const { double, fetch } = await bot();
    const broken = double.file('photos/file_3.jpg', { kind: 'reset' });
    expect(JSON.stringify(await fetch(broken))).not.toContain('a-token');
    await double.down();
    expect(JSON.stringify(await fetch(broken))).not.toContain('a-token');
  });
});

test.each([
  ['8.8.8.8', true],
  ['2a00:1450:4009::200e', true],
  ...[
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.9.9.9',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ].map((address): [string, boolean] => [address, false]),
])('"%s" is of the public Internet: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

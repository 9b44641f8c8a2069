import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { fetchWaiting } from '#media/fetch.ts';
import { services } from '#services.ts';
import { testClock, testIds } from '#tests/support/clock.ts';
import { startTelegramDouble } from '#tests/support/providers/telegram.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';
import { createApp } from '#web/app.ts';
import * as made from './bytes.ts';
import { fridayNoon } from './room.ts';

const token = '7000000001:a-token-that-nobody-may-read';

/** The whole product, with both providers at the far side of a socket. */
async function town() {
  const twilio = await startTwilioDouble({ accountSid: `AC${'0'.repeat(32)}`, authToken: 'an-auth-token' });
  const telegram = await startTelegramDouble({ token, webhookSecret: 'a-secret-word' });
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'hearback-media-'));
  const lines: string[] = [];
  const config = readConfig({
    DATA_DIR: dataDir,
    DEFAULT_FLOW: 'high-street',
    TWILIO_FROM: '+447700900000',
    ...twilio.env,
    ...telegram.env,
    PUBLIC_URL: 'https://listen.example.org',
  });
  const log = createLogger('debug', {
    write: (line: string) => void lines.push(line),
  } as pino.DestinationStream);
  const built = await services(config, log, { clock: testClock(fridayNoon), newId: testIds('providers') });
  const server = createApp(built).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const side = {
    local: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publicUrl: config.publicUrl,
  };
  twilio.callsTo(side);
  telegram.callsTo(side);
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await built.close();
    await Promise.all([twilio.close(), telegram.close()]);
    rmSync(dataDir, { recursive: true, force: true });
  });
  const media = () => built.store.read.selectFrom('media').selectAll().orderBy('id').execute();
  return { twilio, telegram, lines, media, fetch: () => fetchWaiting(built.media) };
}

test('a picture message and a voice note come all the way, and no secret is in the log', async () => {
  const { twilio, telegram, lines, media, fetch } = await town();
  const photo = twilio.media('image/jpeg', await made.phonePhoto());
  await twilio.inbound({
    from: '+447700900123',
    to: '+447700900000',
    body: 'This corner',
    media: [{ url: photo, contentType: 'image/jpeg' }],
  });
  const voice = telegram.file('voice/file_1.oga', made.oggOpus);
  const voiceNote = { voice: { file_id: voice, file_unique_id: voice, duration: 1, mime_type: 'audio/ogg' } };
  await telegram.message({ chatId: 5550100, text: '', fields: { text: undefined, ...voiceNote } });
  const lost = telegram.file('voice/file_2.oga', { kind: 'reset' });
  const lostNote = { voice: { file_id: lost, file_unique_id: lost, duration: 1 } };
  await telegram.message({ chatId: 5550101, text: '', fields: { text: undefined, ...lostNote } });
  await fetch();
  expect(await media()).toMatchObject([
    { channel: 'sms', state: 'stored', contentType: 'image/jpeg', width: 40, height: 60 },
    { channel: 'telegram', state: 'stored', contentType: 'audio/ogg' },
    { channel: 'telegram', state: 'waiting', attempts: 1 },
  ]);
  expect(lines.join('')).not.toContain('a-token-that');
  expect(lines.join('')).not.toContain('an-auth-token');
});

test('a forged picture message fetches nothing, and a true one that points elsewhere neither', async () => {
  const { twilio, media, fetch } = await town();
  const to = { from: '+447700900123', to: '+447700900000', body: '' };
  const inside = [{ url: 'http://169.254.169.254/latest/meta-data/', contentType: 'image/jpeg' }];
  const forged = await twilio.inbound({ ...to, media: inside, signature: 'garbage' });
  expect([forged.status, await media()]).toEqual([403, []]);
  await twilio.inbound({ ...to, media: inside });
  await fetch();
  expect(await media()).toMatchObject([{ state: 'refused', reason: 'host' }]);
});

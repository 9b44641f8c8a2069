import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** Starts the services in a process of their own, and says which packages that has loaded. */
function loadedBy(settings: Record<string, string>): string[] {
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'hearback-loaded-'));
  onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }));
  const script = `
    import { createRequire } from 'node:module';
    import { readConfig } from '#config.ts';
    import { createLogger } from '#logger.ts';
    import { services } from '#services.ts';
    import { createApp } from '#web/app.ts';
    const built = await services(readConfig(process.env), createLogger('silent'));
    createApp(built);
    await built.close();
    const files = Object.keys(createRequire(import.meta.url).cache);
    const names = files.map((file) => /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(file)?.[1]);
    process.stdout.write(JSON.stringify([...new Set(names)]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', DATA_DIR, ...settings },
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as string[];
}

const heavy = /^(twilio|grammy|botbuilder.*|botframework.*|pdfkit|fontkit|qrcode|sharp|nodemailer|axios)$/;

it('loads nothing of a channel that is not set up, nor of one that is until it is used', () => {
  const bare = loadedBy({});
  expect(bare).toContain('better-sqlite3');
  expect(bare.filter((name) => heavy.test(name))).toEqual([]);
  const connected = loadedBy({
    PUBLIC_URL: 'https://listen.example.org',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'token',
    TWILIO_FROM: '+447700900001',
    TELEGRAM_BOT_TOKEN: `1:${'a'.repeat(30)}`,
    TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-ours',
  });
  expect(connected.filter((name) => heavy.test(name))).toEqual([]);
});

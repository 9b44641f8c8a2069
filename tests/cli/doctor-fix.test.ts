import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Check } from '#channels/channel.ts';
import { telegramQueue } from '#tests/support/providers/telegram-queue.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';

const root = path.join(import.meta.dirname, '..', '..');
const ourNumber = '+447700900999';
const publicUrl = 'https://listen.example.org';

/** The command as somebody types it, while the providers' doubles answer here. */
async function doctor(env: Record<string, string>, ...more: string[]) {
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'hearback-doctor-'));
  onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }));
  const args = [path.join(root, 'bin', 'hearback.js'), 'doctor', '--json', ...more];
  const given = { PATH: process.env.PATH ?? '', DATA_DIR, ...env };
  const { code, stdout } = await new Promise<{ code: number; stdout: string }>((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root, env: given }, (_, out) =>
      resolve({ code: child.exitCode ?? -1, stdout: out }),
    );
  });
  return { code, ...(JSON.parse(stdout) as { checks: Check[]; problems: number; warnings: number }) };
}

test('hearback doctor finds webhooks that lead elsewhere and changes nothing; --fix leads them to us', {
  timeout: 60_000,
}, async () => {
  const telegram = await telegramQueue();
  telegram.results.getWebhookInfo = { url: 'https://old.example.org', pending_update_count: 0 };
  const twilio = await startTwilioDouble({ accountSid: `AC${'1'.repeat(32)}`, authToken: 'a-token' });
  onTestFinished(() => twilio.close());
  const number = {
    sid: `PN${'a'.repeat(32)}`,
    phone_number: ourNumber,
    capabilities: { sms: true },
    sms_url: 'https://old.example.org/sms',
    sms_method: 'POST',
    sms_application_sid: '',
  };
  twilio.setup.numbers.push(number);
  const env = {
    ...twilio.env,
    TWILIO_FROM: ourNumber,
    TELEGRAM_BOT_TOKEN: `7:${'t'.repeat(30)}`,
    TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-ours',
    TELEGRAM_API_ROOT: telegram.origin,
    PUBLIC_URL: publicUrl,
    SAFEGUARDING_LEAD: 'https://chat.example.org/lead',
    SAFEGUARDING_DEPUTY: 'https://chat.example.org/deputy',
  };
  const webhooks = ({ checks }: { checks: Check[] }) =>
    checks.filter(({ fixable }) => fixable).map(({ what, state }) => [what, state]);

  const before = await doctor(env);
  expect(before.code).toBe(1);
  expect(webhooks(before)).toEqual(
    expect.arrayContaining([
      ['Telegram webhook', 'problem'],
      ['Telegram menu', 'warning'],
    ]),
  );
  expect(before.checks.filter(({ fixable, what }) => fixable && !what.startsWith('Telegram'))).toHaveLength(
    1,
  );
  expect(telegram.of('setWebhook')).toEqual([]);
  expect(number.sms_url).toBe('https://old.example.org/sms');

  await doctor(env, '--fix');
  expect(telegram.of('setWebhook')).toMatchObject([
    { payload: { url: `${publicUrl}/webhooks/telegram`, secret_token: env.TELEGRAM_WEBHOOK_SECRET } },
  ]);
  expect(new Set(telegram.of('setMyCommands').map(({ payload }) => payload.language_code))).toEqual(
    new Set([undefined, 'en', 'cy']),
  );
  expect(twilio.setup.numbers[0]).toMatchObject({ sms_url: `${publicUrl}/webhooks/twilio` });
});

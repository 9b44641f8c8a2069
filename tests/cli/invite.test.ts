import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hearback, hearbackProcess } from './hearback.ts';

function folder(): string {
  const made = mkdtempSync(path.join(os.tmpdir(), 'hearback-invite-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function given(env: Record<string, string> = { INVITE_SMS: '+447700900123' }) {
  return { env: { PUBLIC_URL: 'https://listen.example.org', DATA_DIR: path.join(folder(), 'data'), ...env } };
}

function invite(args: string[], env?: Record<string, string>) {
  return hearback(['invite', ...args], given(env));
}

test('prints the links and writes a poster for each language', async () => {
  const out = path.join(folder(), 'posters');
  const { status, stdout, stderr } = await invite(['high-street', '--out', out]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('high-street  en  sms  sms:+447700900123?&body=HIGHSTREET\n');
  expect(stdout).toContain('high-street  cy  sms  sms:+447700900123?&body=STRYD%20FAWR\n');
  const files = ['high-street-cy-a4.pdf', 'high-street-cy-en-a4.pdf', 'high-street-en-a4.pdf'];
  expect(readdirSync(out).sort()).toEqual(files);
  for (const file of files) {
    expect(stdout).toContain(path.join(out, file));
    expect(readFileSync(path.join(out, file), 'latin1')).toMatch(/^%PDF-/);
  }
});

test('writes over nothing unless it is told to', async () => {
  const out = folder();
  const args = ['high-street', '--language', 'both', '--size', 'A5', '--format', 'svg', '--out', out];
  expect((await invite(args)).status).toBe(0);
  const file = path.join(out, 'high-street-cy-en-a5.svg');
  const before = statSync(file).mtimeMs;
  const again = await invite(args);
  expect(again.status).toBe(2);
  expect(again.stderr).toBe(`${file} is there already. Write --force to replace it, or --out FOLDER.\n`);
  expect(statSync(file).mtimeMs).toBe(before);
  expect((await invite([...args, '--force'])).status).toBe(0);
});

test('names the folder that posters cannot be written to', async () => {
  const { status, stderr } = await invite(['high-street', '--out', '/dev/null/x']);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr:
      'Posters cannot be written to /dev/null/x. Write --out FOLDER, with a folder that you may write to.\n',
  });
});

test('gives JSON to programs', () => {
  const out = folder();
  const { stdout } = hearbackProcess(
    ['invite', 'carers', '--language', 'en', '--out', out, '--json'],
    given(),
  );
  expect(JSON.parse(stdout)).toMatchObject({
    links: expect.arrayContaining([
      expect.objectContaining({ flow: 'carers', language: 'cy', channel: 'sms' }),
    ]),
    posters: [{ flow: 'carers', language: 'en', file: path.join(out, 'carers-en-a4.pdf'), read: true }],
  });
});

test.each([
  [['nowhere'], undefined, 'No flow is called nowhere. Write one of high-street, carers.\n'],
  [['--language', 'pl'], undefined, 'Nothing is written in pl here. Write one of both, en, cy.\n'],
  [['--size', 'A3'], undefined, 'A4'],
  [[], {}, 'Set one of INVITE_SMS, INVITE_WHATSAPP, TELEGRAM_BOT_NAME, WEBCHAT_URL.'],
])('answers %j with 2 and what to do', async (args, env, said) => {
  const { status, stderr } = await invite([...args, '--out', folder()], env);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(said) });
});

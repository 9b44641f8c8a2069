import { expect, test } from 'vitest';
import { expectConsole, settleConsole } from './console.ts';
import { forgetOwnSettings } from './environment.ts';

test('an unexpected complaint on the console is held against the test', () => {
  console.error('it broke', { code: 7 });
  console.warn('careful');
  const wrong = settleConsole();
  expect(wrong).toHaveLength(2);
  expect(wrong[0]).toContain('unexpected console.error: it broke { code: 7 }\n');
  expect(wrong[0]).toContain('setup.test.ts');
  expect(wrong[1]).toContain('unexpected console.warn: careful');
});

test('an expected one is not, and must come', () => {
  expectConsole('warn', /careful/);
  console.warn('careful');
  expect(settleConsole()).toEqual([]);

  expectConsole('error', /never/);
  console.error('something else');
  expect(settleConsole()).toHaveLength(2);
});

test('a test may change the environment', () => {
  process.env.HEARBACK_TESTS_LEFTOVER = 'yes';
  process.env.TZ = 'Europe/London';
});

test('and the next one does not see it', () => {
  expect(process.env.HEARBACK_TESTS_LEFTOVER).toBeUndefined();
});

test("a developer's own settings are not seen, and the database for tests is kept aside", () => {
  process.env.DATABASE_URL = 'postgres://somewhere.invalid/db';
  process.env.TWILIO_AUTH_TOKEN = 'a-token';
  process.env.HTTPS_PROXY = 'http://proxy.invalid';
  forgetOwnSettings();
  expect(process.env).not.toHaveProperty('DATABASE_URL');
  expect(process.env).not.toHaveProperty('TWILIO_AUTH_TOKEN');
  expect(process.env).not.toHaveProperty('HTTPS_PROXY');
  expect(process.env.HEARBACK_TESTS_DATABASE_URL).toBe('postgres://somewhere.invalid/db');
});

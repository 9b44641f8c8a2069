import { expect, test } from 'vitest';
import { expectConsole, settleConsole } from './console.ts';

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

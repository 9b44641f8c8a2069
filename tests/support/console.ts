import { format } from 'node:util';

export type Level = 'error' | 'warn';

interface Call {
  level: Level;
  text: string;
  from: string;
}

interface Expectation {
  level: Level;
  pattern: RegExp;
  met: boolean;
}

const calls: Call[] = [];
const expectations: Expectation[] = [];

/**
 * Says that this test makes the code complain on the console. The test fails if it does not, and still fails
 * on any other complaint.
 */
export function expectConsole(level: Level, pattern: RegExp): void {
  expectations.push({ level, pattern, met: false });
}

/** Replaces console.error and console.warn by ears. Plain assignment, so that a test may still spy on them. */
export function listenToConsole(): void {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...args: unknown[]) => {
      const stack = new Error('said here').stack ?? '';
      calls.push({ level, text: format(...args), from: stack.split('\n').slice(2, 6).join('\n') });
    };
  }
}

/** Forgets what was heard and says what was wrong with it: one line or more for each complaint; [] if nothing. */
export function settleConsole(): string[] {
  const wrong: string[] = [];
  for (const call of calls.splice(0)) {
    const expected = expectations.filter((one) => one.level === call.level && one.pattern.test(call.text));
    if (expected.length === 0) wrong.push(`unexpected console.${call.level}: ${call.text}\n${call.from}`);
    for (const one of expected) one.met = true;
  }
  for (const one of expectations.splice(0)) {
    if (!one.met) wrong.push(`expected console.${one.level} ${one.pattern}, which never came`);
  }
  return wrong;
}

import { afterAll, afterEach } from 'vitest';
import { endTest } from './afterwards.ts';
import { listenToConsole, settleConsole } from './console.ts';
import { forgetOwnSettings, restoreEnvironment } from './environment.ts';

forgetOwnSettings();
listenToConsole();
const before = { ...process.env };

function settle(): void {
  restoreEnvironment(before);
  const wrong = settleConsole();
  if (wrong.length > 0) throw new Error(wrong.join('\n\n'));
}

afterEach(settle);
// The last one runs first: what a server says while it is stopped is still this test's.
afterEach(endTest);
// What is said after the last test, by a server that is being stopped for example, fails the file.
afterAll(settle);

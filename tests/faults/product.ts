import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const checkout = path.resolve(import.meta.dirname, '..', '..');

/** The product as its own processes, as `npm start` runs it: a launcher and the server that it starts. */
export interface Product {
  url: string;
  /** Everything that it wrote so far, in all its lives. */
  said(): string;
  /** Resolves once it is ready; fails with what it said where it never is. */
  start(): Promise<void>;
  /** SIGKILL to the launcher and the server at once; resolves when nothing is left of either. */
  kill(): Promise<void>;
  /** SIGTERM to the launcher, as whatever runs services sends it; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** A folder for one test; it goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearback-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A port that is free: each life of the product must be found in the same place. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/** What every product under test is told: whatever the time is, it may send, and nobody's own .env is read. */
export function settings(given: Record<string, string>): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    FLOWS_DIR: path.join(checkout, 'flows'),
    DEFAULT_FLOW: 'high-street',
    SEND_FROM: '00:00',
    SEND_UNTIL: '00:00',
    LOG_LEVEL: 'debug',
    ...given,
  };
}

/** A product that is not started yet. It is killed when the test ends. */
export function product(env: Record<string, string> & { PORT: string; DATA_DIR: string }): Product {
  const output: string[] = [];
  let running: { child: ChildProcess; gone: Promise<void> } | null = null;
  const url = `http://127.0.0.1:${env.PORT}`;

  const kill = async () => {
    if (running === null) return;
    const { child, gone } = running;
    running = null;
    // The launcher leads a process group of its own; the server that it started is in it.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await gone;
  };
  onTestFinished(kill);

  const stop = async () => {
    if (running === null) throw new Error('It is not running.');
    const { child, gone } = running;
    child.kill('SIGTERM');
    await gone;
    return child.exitCode;
  };

  const start = async () => {
    const child = spawn(process.execPath, [path.join(checkout, 'bin', 'hearback.js'), 'serve'], {
      cwd: env.DATA_DIR,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Both processes hold the pipes, so they close when both have gone.
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    running = { child, gone };
    const ready = Promise.withResolvers<void>();
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.push(text);
      if (text.includes('What was done:')) ready.resolve();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
    void gone.then(() => ready.reject(new Error(`It ended before it was ready:\n${output.join('')}`)));
    await ready.promise;
  };

  return { url, said: () => output.join(''), start, kill, stop };
}

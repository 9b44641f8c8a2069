import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '#cli/run.ts';

export const root = path.join(import.meta.dirname, '..', '..');

interface Given {
  /** Beside the environment of the tests. */
  env?: Record<string, string>;
  /** What is typed, and then the end of it. */
  input?: string;
}

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The command as it is typed, in a process of its own: a second each, so for what a process alone can show. */
export function hearbackProcess(args: readonly string[], { env, input = '' }: Given = {}): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'bin', 'hearback.js'), ...args],
    { cwd: root, encoding: 'utf8', input, env: { ...process.env, ...env } },
  );
  return { status, stdout, stderr };
}

/** All the same in this process: its own environment, what is typed and said, and the exit code. One at a time. */
export async function hearback(
  args: readonly string[],
  { env = {}, input = '' }: Given = {},
): Promise<Ended> {
  const before = { env: { ...process.env }, exitCode: process.exitCode };
  const [stdout, stderr] = [heard(), heard()];
  const streams = { stdin: Readable.from(input === '' ? [] : [input]), stdout, stderr };
  const own = Object.keys(streams).map(
    (name) => [name, Object.getOwnPropertyDescriptor(process, name) ?? {}] as const,
  );
  for (const [name, value] of Object.entries(streams))
    Object.defineProperty(process, name, { value, configurable: true });
  Object.assign(process.env, env);
  process.exitCode = undefined;
  try {
    await run(args);
    return { status: Number(process.exitCode ?? 0), stdout: stdout.said(), stderr: stderr.said() };
  } finally {
    for (const [name, descriptor] of own) Object.defineProperty(process, name, descriptor);
    process.exitCode = before.exitCode;
    for (const name of Object.keys(env)) {
      const value = before.env[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** A pipe that keeps what is written to it. */
function heard(): Writable & { said(): string } {
  const parts: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (part: string | Buffer, _, done) => {
      parts.push(part.toString());
      done();
    },
  });
  return Object.assign(stream, { said: () => parts.join('') });
}

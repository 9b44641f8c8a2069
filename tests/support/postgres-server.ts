import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { bringBinaries, give, runsAs, type User } from './postgres-binaries.ts';
import { isAlive, placeInMemory } from './run.ts';

export interface PostgresServer {
  url: string;
  pid: number;
}

/**
 * Starts a PostgreSQL of its own in `folder` (which need not exist; the folders above it must be open to
 * `nobody` when we are root), on 127.0.0.1 and a free port, with a password. It outlives this process:
 * end it with `stopPostgres(folder)`. Nothing is synced to disk, so it survives SIGKILL but not a power cut.
 */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const user = runsAs();
  // What an attempt that failed has left here would make this one fail too.
  await stopPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  give(user, folder);
  const bin = path.join(bringBinaries(folder, user), 'bin');
  const password = randomBytes(12).toString('hex');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(user, passwordFile);
  const memory = placeInMemory(path.basename(folder));
  if (memory !== null) {
    rmSync(memory, { recursive: true, force: true });
    mkdirSync(memory, { mode: 0o700 });
    give(user, memory);
    // Only the data: programs may not be run from there everywhere.
    symlinkSync(memory, path.join(folder, 'data'));
  }
  await run(path.join(bin, 'initdb'), initdbArgs(folder, passwordFile), folder, user);

  // Another process may take the free port before PostgreSQL does; then it ends, and another port is tried.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const url = `postgres://hearback:${password}@127.0.0.1:${port}/postgres`;
    try {
      return await resumePostgres(folder, url);
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

/** Starts what `startPostgres` has made and `stopPostgres` has stopped: same URL, same data. */
export async function resumePostgres(folder: string, url: string): Promise<PostgresServer> {
  const command = path.join(folder, 'native', 'bin', 'postgres');
  const pid = spawnPostgres(command, folder, Number(new URL(url).port), runsAs());
  if (await answers(url, pid)) return { url, pid };
  throw new Error(`PostgreSQL did not start:\n${readFileSync(logOf(folder), 'utf8')}`);
}

/** Ends the PostgreSQL of `folder`, if one runs there, without waiting for its clients. */
export async function stopPostgres(folder: string): Promise<void> {
  const pid = pidOf(folder);
  if (pid === undefined || !isAlive(pid) || !isOurs(pid, folder)) return;
  // SIGQUIT ends it at once; there is nothing in it that anyone needs later.
  process.kill(pid, 'SIGQUIT');
  for (let waited = 0; isAlive(pid) && waited < 200; waited++) await pause(25);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

function pidOf(folder: string): number | undefined {
  try {
    return (
      Number(readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined
    );
  } catch {
    return undefined;
  }
}

/** The pid in an old file may by now belong to somebody else's process. */
function isOurs(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path.join(folder, 'data'));
  } catch {
    return false;
  }
}

function initdbArgs(folder: string, passwordFile: string): string[] {
  const args = ['-D', path.join(folder, 'data'), '-U', 'hearback', `--pwfile=${passwordFile}`];
  // The built-in locale knows Unicode and is the same on every machine.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];
  return [...args, ...locale, '--auth=scram-sha-256', '--no-sync', '--no-instructions'];
}

function run(command: string, args: string[], cwd: string, user: User): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      ...user,
      env: { LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (data) => {
      said += String(data);
    });
    child.stderr.on('data', (data) => {
      said += String(data);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${path.basename(command)} ended with ${code}:\n${said}`));
    });
  });
}

function logOf(folder: string): string {
  return path.join(folder, 'postgres.log');
}

function spawnPostgres(command: string, folder: string, port: number, user: User): number {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
    full_page_writes: 'off',
    // It may be in memory.
    max_wal_size: '256MB',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logOf(folder), 'a');
  const data = path.join(folder, 'data');
  const options = { cwd: folder, ...user, env: { LC_ALL: 'C' }, detached: true };
  const child = spawn(command, ['-D', data, ...args], { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  if (child.pid === undefined) throw new Error(`Could not start ${command}`);
  return child.pid;
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether it takes queries before it ends or half a minute is over. */
async function answers(url: string, pid: number): Promise<boolean> {
  for (let waited = 0; waited < 600 && isAlive(pid); waited++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch {
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

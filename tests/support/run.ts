import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Tells the workers of a vitest run which folder they share. */
const RUN = 'HEARBACK_TESTS_RUN';
/** Tells them where the system keeps temporary files, as a run may put its own elsewhere. */
const SYSTEM = 'HEARBACK_TESTS_SYSTEM';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
const GB = 1024 ** 3;

const uid = process.getuid?.() ?? 0;

/** Anyone may pass through every folder above: PostgreSQL runs as `nobody` when we are root. */
function openToAll(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function tempFolder(): string {
  const folders = [process.env[SYSTEM] ?? os.tmpdir(), '/tmp', '/var/tmp'];
  const fit = process.platform === 'win32' || uid !== 0 ? folders[0] : folders.find(openToAll);
  if (fit === undefined)
    throw new Error('No temporary folder is open to other users: set TMPDIR to one that is.');
  return fit;
}

/** What outlives a run, such as the unpacked browser, and the runs themselves. Ours alone to write. */
export function testsFolder(): string {
  const folder = path.join(tempFolder(), `hearback-tests-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== uid)) {
    throw new Error(`${folder} belongs to someone else: remove it, or set TMPDIR to another folder.`);
  }
  chmodSync(folder, 0o711);
  return folder;
}

/** Makes a folder that others may pass through, but not list; a strict umask would take that away again. */
function passable(folder: string): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  return folder;
}

function runsFolder(): string {
  return passable(path.join(testsFolder(), 'runs'));
}

/** Starts a run that this process owns; its folder is what `runFolder()` gives here and in the workers. */
export function beginRun(): string {
  // The owner's pid is in the name, so that no moment exists at which a folder has no owner.
  const folder = passable(path.join(runsFolder(), `${process.pid}-${randomBytes(4).toString('hex')}`));
  process.env[RUN] = folder;
  process.env[SYSTEM] = os.tmpdir();
  keepInMemory(folder);
  return folder;
}

/**
 * What tests write is kept in memory while the run lasts, where there is plenty of it and TMPDIR says nothing else: the
 * product syncs every commit, so most of its tests would wait for the disk most of the time.
 */
function keepInMemory(run: string): void {
  if (process.env.TMPDIR !== undefined || !existsSync(MEMORY)) return;
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < 3 * GB || process.availableMemory() < 6 * GB) return;
  const temporary = path.join(memoryOf(run), 'tmp');
  passable(memoryOf(run));
  mkdirSync(temporary, { mode: 0o700 });
  process.env.TMPDIR = temporary;
}

function memoryOf(run: string): string {
  return path.join(MEMORY, `hearback-tests-${uid}-${path.basename(run)}`);
}

/** A place in memory that goes with this run; null where the run keeps nothing there. */
export function placeInMemory(name: string): string | null {
  const run = runFolder();
  return run !== undefined && existsSync(memoryOf(run)) ? path.join(memoryOf(run), name) : null;
}

/** The folder of the run that this process takes part in; undefined outside vitest. */
export function runFolder(): string | undefined {
  return process.env[RUN];
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a container whose first process reaps nobody, what has ended stays in the list. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Runs whose process is gone, for instance by SIGKILL, and so could not clean up. */
export function abandonedRuns(runs = runsFolder()): string[] {
  const names = readdirSync(runs).filter((name) => !isAlive(Number.parseInt(name, 10)));
  return names.map((name) => path.join(runs, name));
}

export function removeRun(folder: string): void {
  for (const one of [folder, memoryOf(folder)]) rmSync(one, { recursive: true, force: true, maxRetries: 5 });
}

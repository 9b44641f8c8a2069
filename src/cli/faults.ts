import { CommanderError } from 'commander';

/** Faults that say themselves how to put them right: their message is all that anyone needs. */
const plain = new Set(['ConfigError', 'FlowError', 'KeyError', 'StoreUnavailable', 'NoSuchFlow', 'Refused']);

/** Says what went wrong and gives the exit code: 1 where there are problems to put right, 2 for misuse. */
export function explainFault(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return say('That port is in use. Set PORT to another, or stop what is using it.', 2);
  if (code === 'EACCES' || code === 'EPERM')
    return say('That port or folder may not be used by this user. Set PORT or DATA_DIR to another.', 2);
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT' || code === 'EROFS')
    return say(
      'A folder is not there or cannot be made. Set DATA_DIR and FLOWS_DIR to folders that this user may use.',
      2,
    );
  return plain.has(error.name)
    ? say(error.message, error.name === 'FlowError' ? 1 : 2)
    : say(error.stack ?? error.message, 1);
}

/** Something asked for that cannot be done as it stands; the message says why and what to do instead. */
export class Refused extends Error {
  override name = 'Refused';
}

function say(line: string, code: number): number {
  process.stderr.write(`${line}\n`);
  return code;
}

import { watch } from 'node:fs';
import { flowFiles, loadFlows } from './load.ts';
import { FlowError, type FlowProblem } from './problems.ts';
import type { FlowVersion } from './schema.ts';

/** What became of the flows after files changed. */
export type FlowChange =
  /** All of them, as they are now. */
  | { kind: 'flows'; versions: FlowVersion[] }
  /** Something is wrong: whoever runs on the flows of before runs on. */
  | { kind: 'problems'; problems: readonly FlowProblem[] };

/** Editors save in several steps: they empty, write, rename. */
const SETTLED_AFTER_MS = 100;
/** Where the system does not tell of changes (some network folders), and where it forgets one. */
const LOOKS_EVERY_MS = 2000;

/**
 * Calls `onChange` when a flow file of the folder has changed: once for all that changes together, and never for a
 * change that leaves every file as it was. It watches the folder and not the files, because editors replace them.
 * Whoever is told decides what is done; a conversation under way stays on its version by itself. Gives what ends it.
 *
 * @param seen what `flowsAsSeen` gave before the flows were loaded: an edit that came since is a change too.
 */
export function watchFlows(folder: string, seen: string, onChange: (change: FlowChange) => void): () => void {
  let known = seen;
  let looking = Promise.resolve();
  let stopped = false;
  let settling: NodeJS.Timeout | undefined;

  const look = async () => {
    const now = await flowsAsSeen(folder);
    if (now === known || stopped) return;
    known = now;
    const change = await changeOf(folder);
    if (!stopped) onChange(change);
  };
  const lookInTurn = () => {
    looking = looking.then(look);
  };
  const watcher = watch(folder, { persistent: false }, () => {
    clearTimeout(settling);
    settling = setTimeout(lookInTurn, SETTLED_AFTER_MS).unref();
  });
  // The folder itself may go and come back, as in a deployment: the next look finds it.
  watcher.on('error', lookInTurn);
  const rounds = setInterval(lookInTurn, LOOKS_EVERY_MS).unref();
  lookInTurn();

  return () => {
    stopped = true;
    clearTimeout(settling);
    clearInterval(rounds);
    watcher.close();
  };
}

/** The files whole: a save that changes nothing is no change. Nothing where the folder is not there. */
export async function flowsAsSeen(folder: string): Promise<string> {
  try {
    return JSON.stringify(await flowFiles(folder));
  } catch {
    return '';
  }
}

async function changeOf(folder: string): Promise<FlowChange> {
  try {
    return { kind: 'flows', versions: await loadFlows(folder) };
  } catch (error) {
    if (error instanceof FlowError) return { kind: 'problems', problems: error.problems };
    const problem = {
      file: folder,
      line: 1,
      rule: 'no-flow',
      level: 'error' as const,
      what: 'the folder of flows cannot be read',
      fix: 'put it back, or set FLOWS_DIR to another',
    };
    return { kind: 'problems', problems: [problem] };
  }
}

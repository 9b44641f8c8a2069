import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import { z } from 'zod';
import { type Update, updateOf } from './update.ts';
import { wanted } from './wanted.ts';

/** How long Telegram holds an answer back while there is nothing to say, s. */
const HOLD_SECONDS = 25;
/** Pauses after a fault, ms: each twice as long as the one before. */
const SHORTEST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** How often an update is tried that cannot be taken in for a reason other than a full or locked database. */
const MOST_TRIES = 5;

export interface Polling {
  /**
   * Takes one update in; resolves only after the commit. False where nothing can be stored just now: it is asked for again.
   * Throws where it can never be taken in.
   */
  take(update: Update): Promise<boolean>;
  /** Tells whoever runs the service, without a word of anybody's. */
  warn(fields: object, message: string): void;
}

const numbered = z.looseObject({ update_id: z.int() });
const refusal = z.looseObject({ name: z.literal('GrammyError'), error_code: z.int() });

/**
 * Asks for updates until it is stopped. An update is confirmed by asking for the one after it, and that is done only
 * once it is stored: whatever kills us in between, Telegram hands it out again, and its number tells the repeat.
 * https://core.telegram.org/bots/api#getupdates
 */
export async function poll(api: () => Promise<Api>, polling: Polling, signal: AbortSignal): Promise<void> {
  const state: State = { offset: 0, faults: 0, status: null, tries: 0, ready: false };
  while (!signal.aborted) {
    try {
      await round(await api(), polling, state, signal);
    } catch (error) {
      if (signal.aborted) return;
      const status = statusOf(error);
      // Somebody may have set a webhook meanwhile.
      if (status === 409) state.ready = false;
      state.faults = status === state.status ? state.faults + 1 : 1;
      state.status = status;
      if (state.faults === 1) polling.warn({ status }, faultInWords(status));
      await pause(Math.min(SHORTEST_PAUSE * 2 ** (state.faults - 1), LONGEST_PAUSE), signal);
    }
  }
}

interface State {
  offset: number;
  /** In a row, and of one kind. */
  faults: number;
  /** What Telegram answered at the latest of them; null where it did not. */
  status: number | null;
  /** Of the update that comes next. */
  tries: number;
  /** No webhook is set any more: Telegram gives updates to one or the other. */
  ready: boolean;
}

async function round(api: Api, polling: Polling, state: State, signal: AbortSignal): Promise<void> {
  if (!state.ready) await api.deleteWebhook({}, asSignal(signal));
  state.ready = true;
  const asked = performance.now();
  const updates: unknown[] = await api.getUpdates(
    { offset: state.offset, timeout: HOLD_SECONDS, allowed_updates: [...wanted] },
    asSignal(signal),
  );
  // A proxy that holds nothing back must not be asked in a circle.
  if (updates.length === 0 && performance.now() - asked < SHORTEST_PAUSE) await pause(SHORTEST_PAUSE, signal);
  for (const update of updates) {
    if (signal.aborted || !(await takeOne(update, polling, state))) break;
  }
  state.faults = 0;
  if (state.tries > 0) await pause(SHORTEST_PAUSE, signal);
}

/** False where the same one is to be asked for again. */
async function takeOne(given: unknown, polling: Polling, state: State): Promise<boolean> {
  const { update_id: id } = numbered.parse(given);
  const update = updateOf(given);
  if (update === null)
    polling.warn({ update: id }, 'an update of Telegram could not be read and is passed over');
  else if (!(await taken(update, polling, state))) return false;
  state.offset = id + 1;
  state.tries = 0;
  return true;
}

async function taken(update: Update, polling: Polling, state: State): Promise<boolean> {
  try {
    if (await polling.take(update)) return true;
    state.tries = Math.max(state.tries, 1);
    return false;
  } catch {
    state.tries += 1;
    if (state.tries < MOST_TRIES) return false;
    polling.warn({ update: update.update_id }, 'an update of Telegram cannot be taken in and is passed over');
    return true;
  }
}

function statusOf(error: unknown): number | null {
  const said = refusal.safeParse(error);
  return said.success ? said.data.error_code : null;
}

function faultInWords(status: number | null): string {
  if (status === 409)
    return 'Telegram gives its updates to somebody else: is another Hearback polling with this token?';
  if (status === 401 || status === 404)
    return 'Telegram does not know this bot: TELEGRAM_BOT_TOKEN is wrong.';
  return 'Telegram could not be asked for updates; trying again';
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}

/** grammY types its signals by a package of its own; Node's is what it uses. */
function asSignal(signal: AbortSignal): Parameters<Api['getUpdates']>[1] {
  return signal as unknown as Parameters<Api['getUpdates']>[1];
}

import type { Input } from '#engine/input.ts';
import { restored, waitsForMore } from '#engine/session.ts';
import { openCase } from '#store/cases.ts';
import { conversationsToWake, stopTimer } from '#store/conversations.ts';
import { StoreUnavailable } from '#store/db.ts';
import type { ConversationRow } from '#store/schema.ts';
import { act } from './act.ts';
import type { ConversationDeps } from './deps.ts';

const AT_ONCE = 200;

/**
 * Runs the timers that are due, each in a turn of its own; with `addressHash`, that address's timer whether or not it
 * is due. Two processes may do so at once: a timer fires once. Returns how many conversations it woke.
 */
export async function wake(deps: ConversationDeps, addressHash: string | null = null): Promise<number> {
  const hurry = addressHash !== null;
  // Whatever has happened since the list was made counts: the timer may be gone or later by now.
  const timeout = ({ wakeAt, wakeNumber, session }: ConversationRow, now: number): Input | null =>
    wakeAt === null || (wakeAt > now && !(hurry && waitsForMore(restored(session))))
      ? null
      : { kind: 'timeout', number: wakeNumber };
  let woken = 0;
  for (;;) {
    const due = await conversationsToWake(deps.store.read, deps.clock.now(), addressHash, AT_ONCE);
    // Together, so that they share commits.
    const results = await Promise.all(
      due.map((one) =>
        deps.store
          .turn((tx) => act(tx, deps, one, timeout))
          .catch((error: unknown) => setAside(deps, one.id, error)),
      ),
    );
    const fired = results.filter(Boolean).length;
    woken += fired;
    if (fired === 0 || hurry) break;
  }
  if (woken > 0) deps.nudge('outbox');
  return woken;
}

/** One conversation that cannot go on must not keep the others waiting: its timer is taken away and a person told. */
async function setAside(deps: ConversationDeps, conversationId: string, error: unknown): Promise<false> {
  if (error instanceof StoreUnavailable) throw error;
  deps.log.error({ err: error, conversationId }, 'a timer could not be handled; a case is open');
  await deps.store.turn(async (tx) => {
    await stopTimer(tx, conversationId);
    const now = deps.clock.now();
    const about = { residentId: null, conversationId, messageId: null };
    await openCase(tx, {
      id: deps.newId(),
      kind: 'fault',
      category: null,
      ...about,
      createdAt: now,
      dueAt: now,
    });
  });
  return false;
}

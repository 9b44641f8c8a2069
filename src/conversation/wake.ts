import type { Input } from '#engine/input.ts';
import { conversationsToWake } from '#store/conversations.ts';
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
  const timeout = ({ wakeAt, wakeNumber }: ConversationRow, now: number): Input | null =>
    wakeAt === null || (wakeAt > now && !hurry) ? null : { kind: 'timeout', number: wakeNumber };
  let woken = 0;
  for (;;) {
    const due = await conversationsToWake(deps.store.read, deps.clock.now(), addressHash, AT_ONCE);
    // Together, so that they share commits.
    const results = await Promise.all(
      due.map(({ id, addressId }) => deps.store.turn((tx) => act(tx, deps, { id, addressId }, timeout))),
    );
    const fired = results.filter(Boolean).length;
    woken += fired;
    if (fired === 0 || hurry) break;
  }
  if (woken > 0) deps.nudge('outbox');
  return woken;
}

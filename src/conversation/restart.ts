import { conversationById } from '#store/conversations.ts';
import { act } from './act.ts';
import type { ConversationDeps } from './deps.ts';

/**
 * A person has looked and lets the questions go on after a pause for care: the open question is asked again.
 * False where there is no such conversation, or nothing is paused.
 */
export async function restart(deps: ConversationDeps, conversationId: string): Promise<boolean> {
  const found = await conversationById(deps.store.read, conversationId);
  if (found === null) return false;
  const restarted = await deps.store.turn((tx) =>
    act(tx, deps, found, ({ status }) => (status === 'held' ? { kind: 'resume' } : null)),
  );
  if (restarted) deps.nudge('outbox');
  return restarted;
}

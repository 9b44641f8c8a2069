import { newSession, saved } from '#engine/session.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { beginConversation } from '#store/conversations.ts';
import type { Tx } from '#store/db.ts';
import type { HandEntry } from './handEntry.ts';
import type { HandPerson } from './handPerson.ts';

/** Over as it begins: nothing is asked, nothing is awaited. Cases hold and release its answers as those of any other. */
export async function beginHandConversation(
  tx: Tx,
  what: { id: string; version: FlowVersion; entry: HandEntry; person: HandPerson; now: number },
): Promise<void> {
  const { id, version, entry, person, now } = what;
  const { language, chosen, consents } = entry;
  const session = {
    ...newSession(version.hash),
    status: 'ended',
    since: now,
    language,
    chosen,
    consents,
  } as const;
  await beginConversation(tx, {
    id,
    consultationId: version.flow.id,
    flowHash: version.hash,
    ...person,
    outcomeId: null,
    status: 'ended',
    session: saved(session),
    startedAt: now,
    askedAt: 0,
    wakeAt: null,
    wakeNumber: 0,
    inputs: 0,
  });
}

import type { Tx } from '#store/db.ts';
import type { ConversationDeps } from './deps.ts';
import { askMeant, settleMeant, takeAsSaid } from './meant.ts';
import type { NearMiss } from './nearKeywords.ts';
import { askWhich, type Doubt, settleWhich, takeAsLatest, type Writer } from './which.ts';

/** Asks what words are about that could be about several things; they wait at the address until that is known. */
export function ask(tx: Tx, deps: ConversationDeps, writer: Writer, doubt: Doubt | NearMiss): Promise<void> {
  return 'keywords' in doubt ? askMeant(tx, deps, writer, doubt) : askWhich(tx, deps, writer, doubt);
}

/** What they say to that. */
export function settle(
  tx: Tx,
  deps: ConversationDeps,
  writer: Writer,
  doubt: Doubt | NearMiss,
  said: { messageId: string; text: string },
): Promise<void> {
  return 'keywords' in doubt
    ? settleMeant(tx, deps, writer, doubt, said)
    : settleWhich(tx, deps, writer, doubt, said);
}

/** Nobody will say any more what the words are about: they are taken in as what they most likely are, and are heard. */
export function waitNoLonger(
  tx: Tx,
  deps: ConversationDeps,
  writer: Writer,
  doubt: Doubt | NearMiss,
): Promise<void> {
  return 'keywords' in doubt ? takeAsSaid(tx, deps, writer, doubt) : takeAsLatest(tx, deps, writer, doubt);
}

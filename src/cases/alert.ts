import type { Clock } from '#domain/clock.ts';
import {
  type AlertTo,
  type DueAlert,
  dueAlerts,
  endAlerts,
  giveUpEarlier,
  planAlert,
  settleAlert,
  takeUp,
} from '#store/alerts.ts';
import { awaitsAcceptance } from '#store/cases-read.ts';
import type { Store, Tx } from '#store/db.ts';
import type { AlertReason } from '#store/schema.ts';
import { noticeOf } from './notice.ts';

const AT_ONCE = 20;
/** Longer than any send takes: after that long, the process that had an alert is taken for dead. */
const LEASE = 60_000;
const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 5 * 60_000;

export interface AlertDeps {
  store: Store;
  clock: Clock;
  /** Who is told, each an e-mail address or a webhook; null where nobody is set. */
  recipients: Record<AlertTo, string | null>;
  /** How long the lead has before the deputy is told too, and how long until both are told again, ms. */
  alertAfterMs: number;
  publicUrl: string;
  tell(
    recipient: string,
    notice: ReturnType<typeof noticeOf>,
  ): Promise<{ kind: 'told' } | { kind: 'failed'; reason: AlertReason; code: string | null }>;
}

/**
 * Sends the alerts that are due. At least once: a row is taken up before anything is sent and settled after it, so what
 * a dying process had in hand is sent again when its lease ends; until then no other process touches it. Does nothing
 * while neither a lead nor a deputy is set: what is due then waits for one.
 */
export async function alertDue(deps: AlertDeps): Promise<void> {
  const { lead, deputy } = deps.recipients;
  if (lead === null && deputy === null) return;
  for (;;) {
    const taken = await deps.store.turn((tx) => take(tx, deps));
    await Promise.all(taken.map((alert) => send(deps, alert)));
    if (taken.length < AT_ONCE) return;
  }
}

type Taken = DueAlert & { recipient: string };

async function take(tx: Tx, deps: AlertDeps): Promise<Taken[]> {
  const now = deps.clock.now();
  const taken: Taken[] = [];
  // Nothing that is written now waits longer than that.
  const furthest = now + Math.max(deps.alertAfterMs, LONGEST_PAUSE, LEASE);
  for (const alert of await dueAlerts(tx, { now, furthest, limit: AT_ONCE })) {
    if (!(await awaitsAcceptance(tx.db, alert.caseId))) {
      await endAlerts(tx.db, alert.caseId);
      continue;
    }
    const recipient = deps.recipients[alert.to];
    if (alert.attempts === 0) await planNextRound(tx, deps, alert, now);
    await takeUp(tx.db, alert.id, now + LEASE);
    if (recipient !== null) taken.push({ ...alert, recipient, attempts: alert.attempts + 1 });
    else
      await settleAlert(
        tx.db,
        { id: alert.id, attempts: alert.attempts + 1 },
        { state: 'failed', reason: 'nobody', code: null },
      );
  }
  return taken;
}

/** Where there is no lead the deputy does not wait. After a long stop each is told once, not once a round missed. */
async function planNextRound(tx: Tx, deps: AlertDeps, alert: DueAlert, now: number): Promise<void> {
  await giveUpEarlier(tx.db, alert);
  const wait = deps.recipients[alert.to] === null && alert.round === 1 ? 0 : deps.alertAfterMs;
  const dueAt = Math.max(Math.min(alert.dueAt, now) + wait, now);
  for (const to of ['lead', 'deputy'] as const) {
    if (deps.recipients[to] !== null)
      await planAlert(tx, { caseId: alert.caseId, round: alert.round + 1, to, dueAt });
  }
}

async function send(deps: AlertDeps, alert: Taken): Promise<void> {
  const told = await deps.tell(alert.recipient, noticeOf(alert, deps.publicUrl));
  const now = deps.clock.now();
  await deps.store.turn(({ db }) =>
    settleAlert(
      db,
      alert,
      told.kind === 'told'
        ? { state: 'sent', sentAt: now, reason: null, code: null }
        : { dueAt: now + pauseAfter(alert.attempts), reason: told.reason, code: told.code },
    ),
  );
}

function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
}

import type { Clock } from '#domain/clock.ts';
import { type Names, type Naming, namesOf, officersNamed } from '#domain/named.ts';
import { answersRead, complaintTexts, suggestAbout } from '#store/controls.ts';
import type { Store, Tx } from '#store/db.ts';
import { officerById, officersNamedLater, readForName } from '#store/officers.ts';
import { stillThere } from '#store/responses-read.ts';

/** The newest complaints: no more are read in the turn that adds an officer. */
const MOST = 1000;
/** Answers a turn afterwards. */
const AT_ONCE = 250;

interface Officer {
  id: string;
  name: string;
}

/**
 * Complaints that were read before this officer was here, or had this name: what names them is hidden from them, as if it
 * had come afterwards, until an admin has decided. These at once, so that they never see the newest; `suggestAllEarlier`
 * has to follow.
 */
export async function suggestEarlier(tx: Tx, officer: Officer, now: number): Promise<void> {
  const names = namesOf([officer]);
  const named = (await complaintTexts(tx.db, MOST)).filter((answer) => isNamed(answer, names, 'complaint'));
  await suggest(tx, officer, named, now);
}

/**
 * The same for every answer, by the rules for one that is read today, a little at a time: there may be very many. How far
 * it has come is kept with what was found, so that another process goes on where this one died. Each is fetched in a
 * turn, which sees also what is hidden from whoever adds this officer.
 */
export async function suggestAllEarlier(store: Store, officerId: string, now: number): Promise<void> {
  while (await store.turn((tx) => suggestSome(tx, officerId, now)));
}

/** What is left to do of it for anybody, after a failure or a restart. */
export async function suggestLeft(
  { store, clock }: { store: Store; clock: Clock },
  stopping: AbortSignal,
): Promise<void> {
  for (const { id } of await officersNamedLater(store.read))
    while (!stopping.aborted && (await store.turn((tx) => suggestSome(tx, id, clock.now()))));
}

/** Whether more is left. */
async function suggestSome(tx: Tx, officerId: string, now: number): Promise<boolean> {
  const officer = await officerById(tx.db, officerId);
  if (officer === undefined || officer.namedTo === null) return false;
  const answers = await answersRead(tx.db, officer.namedTo, AT_ONCE);
  const names = namesOf([officer]);
  const named = answers.filter((answer) => isNamed(answer, names, answer.complains ? 'complaint' : 'remark'));
  const ids = named.map(({ id }) => id);
  const still = new Set(ids.length === 0 ? [] : await stillThere(tx.db, ids));
  await suggest(
    tx,
    officer,
    named.filter(({ id }) => still.has(id)),
    now,
  );
  const to = answers.at(-1)?.id ?? null;
  await readForName(tx.db, officer, to);
  return to !== null;
}

function isNamed(
  { text, edits }: { text: string; edits: readonly string[] },
  names: Names,
  naming: Naming,
): boolean {
  return [text, ...edits].some((said) => officersNamed(said, names, naming).length > 0);
}

async function suggest(
  tx: Tx,
  { id: officerId }: Officer,
  rows: readonly { id: string; text: string }[],
  now: number,
): Promise<void> {
  await suggestAbout(
    tx,
    rows.map(({ id, text }) => ({
      ...{ responseId: id, officerId, decision: 'suggested' },
      ...{ createdAt: now, decidedBy: null, decidedAt: null, readTo: text.length },
    })),
  );
}

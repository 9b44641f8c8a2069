import { type Names, type Naming, namesOf, officersNamed } from '#domain/named.ts';
import { answersRead, complaintTexts, suggestAbout } from '#store/controls.ts';
import type { Store, Tx } from '#store/db.ts';
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
 * The same for every answer, by the rules for one that is read today, a little at a time: there may be very many. Each
 * is fetched in a turn, which sees also what is hidden from whoever adds this officer.
 */
export async function suggestAllEarlier(store: Store, officer: Officer, now: number): Promise<void> {
  const names = namesOf([officer]);
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const answers = await store.turn(({ db }) => answersRead(db, from, AT_ONCE));
    const named = answers.filter((answer) =>
      isNamed(answer, names, answer.complains ? 'complaint' : 'remark'),
    );
    const ids = named.map(({ id }) => id);
    if (ids.length > 0)
      await store.turn(async (tx) => {
        const still = new Set(await stillThere(tx.db, ids));
        await suggest(
          tx,
          officer,
          named.filter(({ id }) => still.has(id)),
          now,
        );
      });
    after = answers.at(-1)?.id;
  }
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

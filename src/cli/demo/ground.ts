import { Refused } from '#cli/faults.ts';
import type { Config } from '#config.ts';
import { isDemo } from '#store/consultations.ts';
import type { Store } from '#store/db.ts';
import { openStore } from '#store/open.ts';

/** Throws where anybody has taken part in this database: made-up people must never stand among real ones. */
export async function refuseUsed({ databaseUrl, dataDir }: Config): Promise<void> {
  const store = await openStore({ databaseUrl, dataDir });
  const where = databaseUrl === null ? 'DATA_DIR' : 'DATABASE_URL';
  try {
    if (!(await isUsed(store))) return;
    throw new Refused(
      (await isDemo(store.read))
        ? `The demo is here already. Run npm start to look around, or set ${where} to an empty one to make another.`
        : `There are residents or messages here, and the demo must not be mixed with them. Set ${where} to an empty one.`,
    );
  } finally {
    await store.close();
  }
}

async function isUsed({ read }: Store): Promise<boolean> {
  const resident = await read.selectFrom('residents').select('id').limit(1).executeTakeFirst();
  const message = await read.selectFrom('messages').select('id').limit(1).executeTakeFirst();
  return resident !== undefined || message !== undefined;
}

/** Says of these consultations that nobody in them is real; the console and the public page show it. */
export async function markDemo(store: Store, consultationIds: readonly string[]): Promise<void> {
  await store.turn(({ db }) =>
    db.updateTable('consultations').set({ demo: 1 }).where('id', 'in', consultationIds).execute(),
  );
}

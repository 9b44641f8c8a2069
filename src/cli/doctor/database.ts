import type { Check } from '#channels/channel.ts';
import type { Store } from '#store/db.ts';
import { faultInFiles } from '#store/examine.ts';
import { ok, problem } from './check.ts';

const what = 'Database';

export async function checkDatabase(store: Store): Promise<Check> {
  const name = store.dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  const fault = await faultInFiles(store);
  return fault === null
    ? ok(what, `${name}, up to date`)
    : problem(
        what,
        `${name} says that its file is damaged: ${fault}`,
        'Stop, keep a copy, and put the last backup back.',
      );
}

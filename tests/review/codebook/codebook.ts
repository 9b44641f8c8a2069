import { addOfficer } from '#people/officers.ts';
import type { Changed } from '#review/codebook/change.ts';
import { allThemesOf } from '#store/codebook.ts';
import { codebookVersion } from '#store/codebook-changes.ts';
import { consultation, NOON } from '#tests/loop/consultation.ts';
import type { Database } from '#tests/store/databases.ts';
import { testClock } from '#tests/support/clock.ts';

/** A consultation with the themes benches and buses, and an officer who changes its codebook. */
export async function codebook(database: Database) {
  const here = await consultation(database);
  const { store, newId, theme } = here;
  const clock = testClock(NOON);
  const desk = { store, newId, clock };
  const officer = await addOfficer(
    { store, clock, newId },
    { email: 'sam@example.org', name: 'Sam', role: 'reviewer' },
    null,
  );
  const asked = { consultationId: here.flow.id, officerId: officer?.id ?? '' };
  const seen = () => codebookVersion(store.read, here.flow.id);
  const themes = () => allThemesOf(store.read, here.flow.id);
  const themeOf = async (id: string) => (await themes()).find((one) => one.id === id);
  const codingsOf = (themeId: string) =>
    store.read.selectFrom('codings').selectAll().where('themeId', '=', themeId).orderBy('id').execute();
  const code = (responseId: string, themeId: string, more: object = {}) =>
    store.turn(({ db }) =>
      db
        .insertInto('codings')
        .values({
          id: newId(),
          responseId,
          themeId,
          consultationId: here.flow.id,
          source: 'machine',
          decision: 'suggested',
          startAt: null,
          endAt: null,
          confidence: 0.5,
          createdAt: 1,
          ...more,
        })
        .execute(),
    );
  const audit = async () =>
    (await store.read.selectFrom('audit').select(['action']).orderBy('id').execute())
      .map(({ action }) => action)
      .filter((action) => action.startsWith('theme.'));
  return { ...here, theme, clock, desk, asked, seen, themes, themeOf, codingsOf, code, audit };
}

/** The version that a change made. */
export function versionOf(changed: Changed): number {
  if (!changed.done) throw new Error(`Nothing was changed: ${changed.why}.`);
  return changed.version;
}

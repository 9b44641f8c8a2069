import type { Localised, ThemeGroupState } from '#domain/words.ts';
import { writeAudit } from '#store/audit.ts';
import { suggestCodings } from '#store/codings.ts';
import type { Db } from '#store/db.ts';
import { readUnthemedAgain } from '#store/retheme.ts';
import type { ThemeGroupRow } from '#store/schema.ts';
import { decideGroup, lockGroup, membersToCode } from '#store/themeGroups.ts';
import { askForThemes } from '#store/themeSearches.ts';
import { changeInTurn } from './codebook/change.ts';
import { added } from './codebook/newTheme.ts';
import type { Clash } from './codebook/words.ts';
import type { Desk } from './desk.ts';

interface Named {
  groupId: string;
  name: Localised;
  definition: Localised;
}

/**
 * The officer wants the groups looked for anew. Where that is under way already, it changes nothing. `agreed`: a language
 * model may name them, for that much at most.
 */
export function lookForThemes(
  desk: Desk,
  {
    consultationId,
    officerId,
    agreed,
  }: {
    consultationId: string;
    officerId: string;
    agreed?: { tokens: number; millipence: number | null; model: string } | undefined;
  },
): Promise<boolean> {
  return desk.store.turn(async ({ db }) => {
    const at = desk.clock.now();
    const id = desk.newId();
    const isNew = await askForThemes(db, {
      ...{ id, consultationId, askedBy: officerId, askedAt: at },
      ...{ agreedTokens: agreed?.tokens ?? null, agreedMillipence: agreed?.millipence ?? null },
      agreedModel: agreed?.model ?? null,
    });
    if (isNew)
      await writeAudit(db, {
        ...{ id: desk.newId(), at, officerId },
        ...{ action: 'themes.search', subject: `consultations/${consultationId}` },
        detail: agreed === undefined ? {} : { tokens: agreed.tokens },
      });
    return isNew;
  });
}

/**
 * Makes themes of some groups, all of them or none. Their responses get the theme as a suggestion, which officers decide
 * on like any other. `gone`: one of them is not waiting any more, because somebody decided on it, or they were looked for
 * anew.
 */
export async function makeThemes(
  desk: Desk,
  { consultationId, officerId, themes }: { consultationId: string; officerId: string; themes: Named[] },
): Promise<'made' | 'gone' | Clash> {
  const made = await desk.store.turn(async (tx) => {
    const { db } = tx;
    const groups = [];
    for (const { groupId } of themes) groups.push(await lockGroup(tx, groupId));
    if (groups.some((group) => !isOpen(group) || group.consultationId !== consultationId)) return 'gone';
    const ids = themes.map(() => desk.newId());
    const asked = { consultationId, officerId, seen: null, themeIds: [] };
    const changed = await changeInTurn(desk, tx, asked, async (open) => {
      const all: ReturnType<typeof added>[] = [];
      for (const [at, words] of themes.entries())
        all.push(added(ids[at] ?? '', [...open.themes, ...all.map(({ after }) => after)], words));
      return { kind: 'add', detail: { themes: all } };
    });
    if (!changed.changed.done) return changed.changed.why === 'sameName' ? changed.changed : 'gone';
    for (const [at, group] of groups.entries()) {
      const themeId = ids[at];
      if (group === undefined || themeId === undefined) continue;
      const responses = await suggestTo(desk, db, group, themeId);
      await decide(desk, db, { group, officerId, state: 'made', themeId, detail: { themeId, responses } });
    }
    return 'made';
  });
  if (made === 'made') await readUnthemedAgain(desk.store, consultationId);
  return made;
}

/** The officer says that it is no theme: nothing like it is offered again. False where it does not wait. */
export function dismissGroup(desk: Desk, given: { groupId: string; officerId: string }): Promise<boolean> {
  return desk.store.turn(async (tx) => {
    const { db } = tx;
    const group = await lockGroup(tx, given.groupId);
    if (!isOpen(group)) return false;
    await decide(desk, db, { group, officerId: given.officerId, state: 'dismissed', detail: {} });
    return true;
  });
}

/** Takes that back. False where it was not dismissed. */
export function offerAgain(desk: Desk, given: { groupId: string; officerId: string }): Promise<boolean> {
  return desk.store.turn(async (tx) => {
    const { db } = tx;
    const group = await lockGroup(tx, given.groupId);
    if (group?.state !== 'dismissed') return false;
    const state = group.run === null ? 'suggestedByResident' : 'offered';
    await decide(desk, db, { group, officerId: given.officerId, state, detail: {} });
    return true;
  });
}

function isOpen(group: ThemeGroupRow | undefined): group is ThemeGroupRow {
  return group?.state === 'offered' || group?.state === 'suggestedByResident';
}

async function suggestTo(desk: Desk, db: Db, group: ThemeGroupRow, themeId: string): Promise<number> {
  const members = await membersToCode(db, group.id);
  const at = desk.clock.now();
  const codings = members.map(({ responseId, startAt, endAt }) => ({
    ...{ id: desk.newId(), responseId, themeId, consultationId: group.consultationId },
    source: group.run === null ? ('resident' as const) : ('machine' as const),
    decision: 'suggested' as const,
    ...{ startAt, endAt, confidence: null, officerId: null, createdAt: at, decidedAt: null },
    readBy: 'group' as const,
  }));
  await suggestCodings(db, codings);
  return codings.length;
}

async function decide(
  desk: Desk,
  db: Db,
  decided: {
    group: ThemeGroupRow;
    officerId: string;
    state: ThemeGroupState;
    themeId?: string;
    detail: Record<string, string | number>;
  },
): Promise<void> {
  const { group, officerId, state, themeId, detail } = decided;
  const at = desk.clock.now();
  const waits = state === 'offered' || state === 'suggestedByResident';
  await decideGroup(db, group.id, {
    state,
    ...(waits ? { decidedBy: null, decidedAt: null } : { decidedBy: officerId, decidedAt: at }),
    ...(themeId === undefined ? {} : { themeId }),
  });
  await writeAudit(db, {
    id: desk.newId(),
    at,
    officerId,
    action: waits ? 'themeGroup.offeredAgain' : `themeGroup.${state}`,
    subject: `themeGroups/${group.id}`,
    detail: { consultationId: group.consultationId, ...detail },
  });
}

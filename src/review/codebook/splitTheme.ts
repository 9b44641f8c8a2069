import type { Desk } from '#review/desk.ts';
import type { ChangeDetail, Moved } from '#store/codebook-changes.ts';
import { codingsOfTheme } from '#store/codings-move.ts';
import { readResponsesAgain } from '#store/retheme.ts';
import { type Asked, becomes, type Changed, changeCodebook } from './change.ts';
import { copyDecisions } from './copyDecisions.ts';
import { keyFor, lastPlace } from './key.ts';
import { type ThemeWords, wordsOf } from './words.ts';

/** One of the themes that another becomes, and which of its responses belong to it. */
export interface Part extends Pick<ThemeWords, 'name' | 'definition'> {
  responseIds: readonly string[];
}

/**
 * One theme becomes several. What the officer ticked is accepted for the new ones, one response for two of them where
 * both are ticked; what was ticked nowhere goes back to be suggested. The theme itself is out of use and keeps what was
 * decided about it: drafts that name it still reach everybody who raised it.
 */
export function splitTheme(
  desk: Desk,
  { themeId, parts, ...asked }: Asked & { themeId: string; parts: readonly Part[] },
): Promise<Changed> {
  return changeCodebook(desk, { ...asked, themeIds: [themeId] }, async ({ tx, at, themes }) => {
    const theme = themes.find(({ id }) => id === themeId);
    if (theme === undefined) return { why: 'missing' };
    if (theme.state === 'retired') return { why: 'refused', reason: 'retired' };
    const codings = await codingsOfTheme(tx.db, themeId);
    const accepted = new Set(
      codings.filter(({ decision }) => decision === 'accepted').map(({ responseId }) => responseId),
    );
    const taken = themes.map(({ key }) => key);
    const made: ChangeDetail['themes'] = [];
    const moved: Moved[] = [];
    const ticked = new Set<string>();
    for (const { responseIds, ...words } of parts) {
      const id = desk.newId();
      const key = keyFor(words.name, taken);
      taken.push(key);
      const position = lastPlace(themes) + made.length;
      const state = 'active' as const;
      made.push({ id, before: null, after: { ...wordsOf(words), key, state, mergedInto: null, position } });
      const only = new Set(responseIds.filter((one) => accepted.has(one)));
      for (const responseId of only) ticked.add(responseId);
      moved.push(await copyDecisions(tx, { fromId: themeId, toId: id, at, newId: desk.newId, only }));
    }
    await readResponsesAgain(
      tx.db,
      [...accepted].filter((responseId) => !ticked.has(responseId)),
    );
    return {
      kind: 'split',
      detail: { themes: [becomes(theme, { state: 'retired' }), ...made], moved },
    };
  });
}

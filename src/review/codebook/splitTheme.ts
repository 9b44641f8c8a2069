import type { Desk } from '#review/desk.ts';
import type { ChangeDetail, Moved, Undoing } from '#store/codebook-changes.ts';
import { codingsOfTheme } from '#store/codings-move.ts';
import { decideAgain } from '#store/retheme.ts';
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
 * both are ticked. All that was ticked nowhere, which may be more than anybody reads, goes to the one whose place in
 * `parts` is `rest`; where that is null it is suggested and waits for an officer again. The theme itself is out of use and
 * keeps what was decided about it: drafts that name it still reach everybody who raised it.
 */
export function splitTheme(
  desk: Desk,
  {
    themeId,
    parts,
    rest,
    ...asked
  }: Asked & { themeId: string; parts: readonly Part[]; rest: number | null },
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
    const ticked = new Set(parts.flatMap(({ responseIds }) => responseIds));
    const unticked = [...accepted].filter((responseId) => !ticked.has(responseId));
    for (const [place, { responseIds, ...words }] of parts.entries()) {
      const id = desk.newId();
      const key = keyFor(words.name, taken);
      taken.push(key);
      const position = lastPlace(themes) + made.length;
      const state = 'active' as const;
      made.push({ id, before: null, after: { ...wordsOf(words), key, state, mergedInto: null, position } });
      const theirs = place === rest ? [...responseIds, ...unticked] : responseIds;
      const only = new Set(theirs.filter((one) => accepted.has(one)));
      moved.push(await copyDecisions(tx, { fromId: themeId, toId: id, at, newId: desk.newId, only }));
    }
    const undoing: Undoing = { moved };
    if (rest === null) {
      const reopened = new Set(await decideAgain(tx.db, unticked));
      undoing.reopened = codings.filter(({ responseId }) => reopened.has(responseId)).map(({ id }) => id);
    }
    return { kind: 'split', detail: { themes: [becomes(theme, { state: 'retired' }), ...made] }, undoing };
  });
}

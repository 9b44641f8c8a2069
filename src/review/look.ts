import type { NewId } from '#domain/clock.ts';
import { themesOf } from '#store/codebook.ts';
import { codingsOf } from '#store/codings.ts';
import type { Db } from '#store/db.ts';
import { changeLook, dropLooks, keepLook, reviewLookOf } from '#store/looks.ts';
import type { CodingRow, ResponseRow } from '#store/schema.ts';

/** Skimming, words a second (reading is about four): whoever is done sooner has not read it. */
const WORDS_A_SECOND = 10;

export interface Looking {
  officerId: string;
  at: number;
  /** When they opened the page on which it stands; undefined where they did not. */
  openedAt: number | undefined;
}

/**
 * Whether an officer has really looked at a response, so that how often the machine is right may be judged by what they
 * say: it has words, the machine had read it, the officer had its own page open for long enough to read it (a second for
 * each 10 words), and no suggestion is left undecided, because silence is not agreement. What is reviewed in any other
 * way, many at once for example, is reviewed and counts for nothing here.
 */
function isRealLook(
  { text, themedAt, whoElse, outcomeId }: ResponseRow,
  standing: readonly CodingRow[],
  looking: Looking,
): boolean {
  if (themedAt === null || whoElse === 1 || outcomeId !== null || text.trim() === '') return false;
  return hasRead(text, looking) && standing.every(({ decision }) => decision !== 'suggested');
}

/** Whether they had its words before them for long enough to read them. */
export function hasRead(text: string, { at, openedAt }: Pick<Looking, 'at' | 'openedAt'>): boolean {
  if (openedAt === undefined) return false;
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  return (at - openedAt) / 1000 >= words / WORDS_A_SECOND;
}

/** The officer has marked it as reviewed. Looks at it from before are about other words, or were not the last one. */
export async function firstLook(
  { newId }: { newId: NewId },
  db: Db,
  response: ResponseRow,
  looking: Looking,
): Promise<void> {
  await dropLooks(db, response.id);
  await look(newId, db, response, looking);
}

/**
 * The officer has decided on something of a response that was reviewed before. Whoever looked says something else now;
 * what the machine had said when they looked stays. Where nobody had really looked yet, this may be the first time.
 */
export async function lookAgain(
  { newId }: { newId: NewId },
  db: Db,
  response: ResponseRow,
  looking: Looking,
): Promise<void> {
  const before = await reviewLookOf(db, response.id);
  if (before === undefined) await look(newId, db, response, looking);
  else if (before.officerId === looking.officerId) {
    const said = acceptedOf(await codingsOf(db, response.id));
    await changeLook(db, before.id, JSON.stringify(said));
  }
}

async function look(newId: NewId, db: Db, response: ResponseRow, looking: Looking): Promise<void> {
  const { id: responseId, consultationId } = response;
  const [themes, codings] = await Promise.all([themesOf(db, consultationId), codingsOf(db, responseId)]);
  // Nobody can decide on a theme that is no longer in use.
  const standing = codings.filter(({ themeId }) => themes.some(({ id }) => id === themeId));
  if (!isRealLook(response, standing, looking)) return;
  await keepLook(db, {
    id: newId(),
    responseId,
    consultationId,
    officerId: looking.officerId,
    kind: 'review',
    at: looking.at,
    saidThemes: JSON.stringify(acceptedOf(standing)),
    machineThemes: JSON.stringify(suggestedOf(standing)),
  });
}

function acceptedOf(codings: readonly CodingRow[]): string[] {
  return codings.filter(({ decision }) => decision === 'accepted').map(({ themeId }) => themeId);
}

/** What the machine has suggested, whatever became of it. */
export function suggestedOf(codings: readonly CodingRow[]): string[] {
  return codings.filter(({ source }) => source === 'machine').map(({ themeId }) => themeId);
}

import { sql } from 'kysely';
import type { Db } from './db.ts';
import { isNoAnswer } from './responses-read.ts';
import { isToBeForgotten } from './toBeForgotten.ts';

/** A whole response that a machine may theme again: nobody has said a word about its themes. */
export interface Undecided {
  id: string;
  text: string;
  /** The step that asked. */
  stepId: string;
}

/**
 * Whole responses that no case holds and that no officer has decided on, oldest first: neither reviewed, nor with a
 * theme that somebody accepted, rejected or named. Nothing of whoever has asked to be forgotten.
 *
 * What a language model has read is left out: its answer was stored, in a run of whatever end, that began after the
 * local classifier had last read the response. A change of its words, its question or a theme that was suggested for it
 * makes the classifier read it again, and so counts it as not read. That is all the local classifier asks for: it never
 * puts its own in the place of what was paid for.
 */
export function undecided(db: Db, consultationId: string): Promise<Undecided[]> {
  return notReadByModel(open(db), consultationId, null)
    .select(columns)
    .orderBy('responses.completedAt')
    .orderBy('responses.id')
    .execute();
}

/** What a language model is to be asked about, without a word of it. */
export interface ToAsk {
  id: string;
  letters: number;
  /** UTF-8. */
  bytes: number;
}

/**
 * The same for a run of a language model: what the local classifier has read, and no model under these very themes. What
 * one read under other themes stays read under those, and may be read anew once somebody agrees to what that costs.
 */
export async function undecidedByModel(
  db: Db,
  { consultationId, codebook }: { consultationId: string; codebook: string },
): Promise<ToAsk[]> {
  return notReadByModel(open(db), consultationId, codebook)
    .select('responses.id')
    .select([
      sql<number>`length(${sql.ref('responses.text')})`.as('letters'),
      sql<number>`octet_length(${sql.ref('responses.text')})`.as('bytes'),
    ])
    .where('responses.themedAt', 'is not', null)
    .orderBy('responses.completedAt')
    .orderBy('responses.id')
    .execute();
}

/** @param codebook the mark of the themes; null where it is all the same under which. */
function notReadByModel(query: ReturnType<typeof open>, consultationId: string, codebook: string | null) {
  return query.where('responses.consultationId', '=', consultationId).where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('modelRunItems as item')
          .innerJoin('modelRuns as run', 'run.id', 'item.runId')
          .select('item.responseId')
          .whereRef('item.responseId', '=', 'responses.id')
          .where('item.state', '=', 'done')
          .$if(codebook !== null, (read) => read.where('run.codebook', '=', codebook))
          .whereRef('run.createdAt', '>=', 'responses.themedAt'),
      ),
    ),
  );
}

/** Those of them that are still open to a machine: somebody may have decided, or a case been opened, meanwhile. */
export async function stillUndecided(db: Db, ids: readonly string[]): Promise<Undecided[]> {
  return ids.length === 0 ? [] : open(db).select(columns).where('responses.id', 'in', ids).execute();
}

const columns = ['responses.id', 'responses.text', 'responses.stepId'] as const;

function open(db: Db) {
  return db
    .selectFrom('responses')
    .where('responses.state', '=', 'complete')
    .where('responses.held', '=', 0)
    .where('responses.outcomeId', 'is', null)
    .where('responses.whoElse', '=', 0)
    .where('responses.review', '=', 'new')
    .where((builder) => builder.not(isNoAnswer(builder)))
    .where(({ not, ref }) => not(isToBeForgotten(ref('responses.residentId'))))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('codings as coding')
            .select('coding.id')
            .whereRef('coding.responseId', '=', 'responses.id')
            .where(({ or, eb }) =>
              or([eb('coding.decision', '!=', 'suggested'), eb('coding.source', '!=', 'machine')]),
            ),
        ),
      ),
    );
}

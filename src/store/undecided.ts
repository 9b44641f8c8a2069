import type { Db } from './db.ts';
import { isNoAnswer } from './responses-read.ts';

/** A whole response that a machine may theme again: nobody has said a word about its themes. */
export interface Undecided {
  id: string;
  text: string;
  /** The step that asked. */
  stepId: string;
}

/**
 * Whole responses that no case holds and that no officer has decided on, oldest first:
 * neither reviewed, nor with a theme that somebody accepted, rejected or named. What a language model has read under
 * the themes as they are is left out; with `read`, so is what the local classifier has yet to read.
 */
export function undecided(
  db: Db,
  { consultationId, codebook, read }: { consultationId: string; codebook: string; read: boolean },
): Promise<Undecided[]> {
  return open(db)
    .where('responses.consultationId', '=', consultationId)
    .$if(read, (query) => query.where('responses.themedAt', 'is not', null))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('modelRunItems as item')
            .innerJoin('modelRuns as run', 'run.id', 'item.runId')
            .select('item.responseId')
            .whereRef('item.responseId', '=', 'responses.id')
            .where('item.state', '=', 'done')
            .where('run.codebook', '=', codebook)
            // It is themed anew where its words or its question have changed.
            .whereRef('run.createdAt', '>=', 'responses.themedAt'),
        ),
      ),
    )
    .orderBy('responses.completedAt')
    .orderBy('responses.id')
    .execute();
}

/** Those of them that are still open to a machine: somebody may have decided, or a case been opened, meanwhile. */
export async function stillUndecided(db: Db, ids: readonly string[]): Promise<Undecided[]> {
  return ids.length === 0 ? [] : open(db).where('responses.id', 'in', ids).execute();
}

function open(db: Db) {
  return db
    .selectFrom('responses')
    .select(['responses.id', 'responses.text', 'responses.stepId'])
    .where('responses.state', '=', 'complete')
    .where('responses.held', '=', 0)
    .where('responses.outcomeId', 'is', null)
    .where('responses.whoElse', '=', 0)
    .where('responses.review', '=', 'new')
    .where((builder) => builder.not(isNoAnswer(builder)))
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

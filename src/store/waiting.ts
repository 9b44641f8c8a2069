import { sql } from 'kysely';
import type { Db } from './db.ts';
import { isUnthemed } from './responses-read.ts';

/** What waits for officers, counted. */
export interface Waiting {
  responses: number;
  newResponses: number;
  unthemed: number;
  drafts: number;
  /** Residents who agreed to hear back and to whom no follow-up has been sent. */
  notHeardBack: number;
  openCases: number;
  urgentCases: number;
}

export async function waiting(db: Db): Promise<Waiting> {
  const count = sql<number>`count(*)`.as('count');
  const complete = db.selectFrom('responses').where('state', '=', 'complete').select(count);
  const openCases = db.selectFrom('cases').where('state', '=', 'open').select(count);
  const [all, unread, unthemed, drafts, notHeardBack, open, urgent] = await Promise.all([
    complete.executeTakeFirstOrThrow(),
    complete.where('review', '=', 'new').executeTakeFirstOrThrow(),
    complete.where(isUnthemed).executeTakeFirstOrThrow(),
    db.selectFrom('outcomes').where('state', '=', 'draft').select(count).executeTakeFirstOrThrow(),
    residentsWaiting(db).executeTakeFirstOrThrow(),
    openCases.executeTakeFirstOrThrow(),
    openCases.where('kind', '=', 'safeguarding').executeTakeFirstOrThrow(),
  ]);
  return {
    responses: all.count,
    newResponses: unread.count,
    unthemed: unthemed.count,
    drafts: drafts.count,
    notHeardBack: notHeardBack.count,
    openCases: open.count,
    urgentCases: urgent.count,
  };
}

function residentsWaiting(db: Db) {
  return db
    .selectFrom('consents as consent')
    .select(sql<number>`count(distinct "consent"."residentId")`.as('count'))
    .where('consent.kind', '=', 'hearBack')
    .where('consent.granted', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('consents as later')
            .select('later.id')
            .whereRef('later.residentId', '=', 'consent.residentId')
            .whereRef('later.consultationId', '=', 'consent.consultationId')
            .where('later.kind', '=', 'hearBack')
            .whereRef('later.at', '>', 'consent.at'),
        ),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('responses')
          .select('responses.id')
          .whereRef('responses.residentId', '=', 'consent.residentId')
          .whereRef('responses.consultationId', '=', 'consent.consultationId'),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries')
            .innerJoin('followUps', 'followUps.id', 'deliveries.followUpId')
            .innerJoin('outcomes', 'outcomes.id', 'followUps.outcomeId')
            .select('deliveries.id')
            .whereRef('deliveries.residentId', '=', 'consent.residentId')
            .whereRef('outcomes.consultationId', '=', 'consent.consultationId')
            .where('deliveries.state', 'in', ['accepted', 'sent', 'delivered', 'read']),
        ),
      ),
    );
}

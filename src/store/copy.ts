import type { Db } from './db.ts';
import { looksAt } from './looks.ts';

/** Rows about one resident, as they stand: what a full copy is made of. Words of a held answer are among them. */
export async function rowsAbout(db: Db, residentId: string) {
  const resident = await db
    .selectFrom('residents')
    .selectAll()
    .where('id', '=', residentId)
    .executeTakeFirst();
  if (resident === undefined) return null;
  const of = { residentId };
  return {
    resident,
    addresses: await db.selectFrom('addresses').selectAll().where('residentId', '=', residentId).execute(),
    ...(await agreedAndShown(db, of)),
    ...(await saidAndTold(db, of)),
    typedIn: await db
      .selectFrom('handEntries')
      .select(['consultationId', 'how', 'speaksFor', 'people', 'onDay', 'createdAt'])
      .where('residentId', '=', residentId)
      .orderBy('createdAt')
      .execute(),
    cases: await db
      .selectFrom('cases')
      .select(['kind', 'createdAt', 'closedAt'])
      .where('residentId', '=', residentId)
      .orderBy('createdAt')
      .execute(),
  };
}

async function agreedAndShown(db: Db, { residentId }: { residentId: string }) {
  return {
    consents: await db
      .selectFrom('consents')
      .select(['consultationId', 'kind', 'granted', 'at'])
      .where('residentId', '=', residentId)
      .orderBy('at')
      .execute(),
    notices: await db
      .selectFrom('notices')
      .select(['consultationId', 'notice', 'privacyHash', 'at'])
      .where('residentId', '=', residentId)
      .orderBy('at')
      .execute(),
    // The one place where a person's own answers stand together: they are theirs to have.
    aboutThemselves: await db
      .selectFrom('equalityAnswers')
      .select(['consultationId', 'question', 'answer', 'at'])
      .where('residentId', '=', residentId)
      .orderBy('at')
      .execute(),
  };
}

async function saidAndTold(db: Db, { residentId }: { residentId: string }) {
  const answers = await db
    .selectFrom('responses')
    .select(['id', 'consultationId', 'stepId', 'channel', 'text', 'late', 'held', 'review', 'createdAt'])
    .where('residentId', '=', residentId)
    .orderBy('createdAt')
    .execute();
  return {
    answers,
    themes: await db
      .selectFrom('codings')
      .innerJoin('responses', 'responses.id', 'codings.responseId')
      .innerJoin('themes', 'themes.id', 'codings.themeId')
      .select(['codings.responseId', 'themes.name', 'codings.source', 'codings.decision'])
      .where('responses.residentId', '=', residentId)
      .orderBy('codings.createdAt')
      .execute(),
    // Not who read it: that is the reader's own.
    shown: await db
      .selectFrom('residentReadings')
      .innerJoin('responses', 'responses.id', 'residentReadings.responseId')
      .select(['residentReadings.responseId', 'residentReadings.shownAt'])
      .where('responses.residentId', '=', residentId)
      .orderBy('residentReadings.shownAt')
      .execute(),
    groups: await db
      .selectFrom('themeGroupMembers')
      .innerJoin('responses', 'responses.id', 'themeGroupMembers.responseId')
      .innerJoin('themeGroups', 'themeGroups.id', 'themeGroupMembers.groupId')
      .select(['themeGroupMembers.responseId', 'themeGroups.telling', 'themeGroups.state'])
      .where('responses.residentId', '=', residentId)
      .orderBy('themeGroups.createdAt')
      .execute(),
    looks: await looksAt(db, residentId),
    // Whose language model was given an answer: they are to be told to whom their words went.
    sentToModels: await db
      .selectFrom('modelRunItems')
      .innerJoin('modelRuns', 'modelRuns.id', 'modelRunItems.runId')
      .innerJoin('responses', 'responses.id', 'modelRunItems.responseId')
      .select(['modelRunItems.responseId', 'modelRuns.provider', 'modelRuns.model', 'modelRuns.createdAt'])
      .where('responses.residentId', '=', residentId)
      .where('modelRunItems.attempts', '>', 0)
      .orderBy('modelRuns.createdAt')
      .execute(),
    alsoHeard: await db
      .selectFrom('controls')
      .innerJoin('responses', 'responses.id', 'controls.responseId')
      .select([
        'controls.responseId',
        'controls.code',
        'controls.detail',
        'controls.source',
        'controls.decision',
      ])
      .where('responses.residentId', '=', residentId)
      .orderBy('controls.createdAt')
      .execute(),
    messages: await db
      .selectFrom('messages')
      .select(['channel', 'kind', 'text', 'choice', 'receivedAt'])
      .where('residentId', '=', residentId)
      .orderBy('receivedAt')
      .execute(),
    told: await db
      .selectFrom('deliveries')
      .select(['channel', 'purpose', 'state', 'body', 'createdAt'])
      .where('residentId', '=', residentId)
      .orderBy('createdAt')
      .execute(),
    files: await db
      .selectFrom('media')
      .select(['id', 'contentType', 'bytes', 'transcript', 'createdAt'])
      .where('residentId', '=', residentId)
      .orderBy('createdAt')
      .execute(),
  };
}

/** How much there is of somebody. Null where nobody is known by this id or address. */
export async function keptOf(db: Db, by: { residentId: string } | { addressHash: string }) {
  const resident = await db
    .selectFrom('residents')
    .select(['id as residentId', 'createdAt as since'])
    .$if('residentId' in by, (query) => query.where('id', '=', 'residentId' in by ? by.residentId : ''))
    .$if('addressHash' in by, (query) =>
      query.where('id', 'in', (from) =>
        from
          .selectFrom('addresses')
          .select('residentId')
          .where('hash', '=', 'addressHash' in by ? by.addressHash : ''),
      ),
    )
    .executeTakeFirst();
  if (resident === undefined) return null;
  const count = async (table: 'addresses' | 'messages' | 'responses') =>
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('residentId', '=', resident.residentId)
        .executeTakeFirstOrThrow()
    ).count;
  return {
    ...resident,
    addresses: await count('addresses'),
    messages: await count('messages'),
    answers: await count('responses'),
  };
}

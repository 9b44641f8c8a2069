import type { ChannelName } from '#domain/words.ts';
import type { Db } from './db.ts';
import type { MediaRow } from './schema.ts';

/** A file as officers meet it: with the response that it came in, where it is part of one. */
export interface ListedMedia extends MediaRow {
  responseId: string | null;
  channel: ChannelName;
}

function listed(db: Db) {
  return db
    .selectFrom('media')
    .selectAll('media')
    .select(({ selectFrom }) =>
      selectFrom('responseParts')
        .select(({ fn }) => fn.min('responseParts.responseId').as('first'))
        .whereRef('responseParts.messageId', '=', 'media.messageId')
        .as('responseId'),
    );
}

/** What nobody has dealt with and no machine is about to, oldest first. */
export async function mediaToSee(db: Db, limit: number): Promise<ListedMedia[]> {
  return listed(db)
    .where('media.seenAt', 'is', null)
    .where('media.state', '<>', 'waiting')
    .where('media.speech', '<>', 'waiting')
    .where('media.transcript', 'is', null)
    .orderBy('media.createdAt')
    .orderBy('media.id')
    .limit(limit)
    .execute();
}

export async function mediaOfResponse(db: Db, responseId: string): Promise<ListedMedia[]> {
  return listed(db)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('responseParts as part')
          .select('part.messageId')
          .whereRef('part.messageId', '=', 'media.messageId')
          .where('part.responseId', '=', responseId),
      ),
    )
    .orderBy('media.id')
    .execute();
}

export async function mediaById(db: Db, id: string): Promise<ListedMedia | undefined> {
  return listed(db).where('media.id', '=', id).executeTakeFirst();
}

/** The rows among these ids, by id. */
export async function mediaAmong(db: Db, ids: string[]): Promise<Map<string, MediaRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('media').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every file that should be there, a page at a time. */
export async function storedMedia(db: Db, after: string, limit: number): Promise<MediaRow[]> {
  return db
    .selectFrom('media')
    .selectAll()
    .where('state', '=', 'stored')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Whether anything that came in this conversation still waits for a person. */
export async function conversationWaits(db: Db, conversationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('media')
    .innerJoin('messages', 'messages.id', 'media.messageId')
    .select('media.id')
    .where('messages.conversationId', '=', conversationId)
    .where('media.seenAt', 'is', null)
    .where('media.transcript', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

import { type Expression, expressionBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** Whose consent, and in which consultation. */
interface Asked {
  residentId: Expression<string>;
  consultationId: Expression<string>;
}

/** What this resident last said about being quoted: 1 yes, 0 no, null where they have not been asked. */
export function agreedToQuote({ residentId, consultationId }: Asked) {
  return expressionBuilder<Schema>()
    .selectFrom('consents as consent')
    .select('consent.granted')
    .where('consent.residentId', '=', residentId)
    .where('consent.consultationId', '=', consultationId)
    .where('consent.kind', '=', 'quote')
    .orderBy('consent.at', 'desc')
    .orderBy('consent.id', 'desc')
    .limit(1);
}

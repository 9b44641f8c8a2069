import { type Expression, expressionBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Whether somebody has asked to be forgotten and still is here: until the last message to them has left, or until an
 * officer has decided. No model, no group and no resident reviewer is given their words meanwhile.
 */
export function isToBeForgotten(residentId: Expression<string>) {
  const { or, exists, selectFrom } = expressionBuilder<Schema>();
  return or([
    exists(
      selectFrom('erasures')
        .select('erasures.id')
        .where('erasures.residentId', '=', residentId)
        .where('erasures.state', '=', 'due'),
    ),
    exists(
      selectFrom('cases')
        .select('cases.id')
        .where('cases.residentId', '=', residentId)
        .where('cases.kind', '=', 'erasure')
        .where('cases.state', '=', 'open'),
    ),
  ]);
}

import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as first from './migrations/0001-first.ts';
import * as alerts from './migrations/0002-alerts.ts';
import * as media from './migrations/0003-media.ts';
import * as equality from './migrations/0004-equality.ts';
import * as people from './migrations/0005-people.ts';
import * as patience from './migrations/0006-patience.ts';
import * as identities from './migrations/0007-identities.ts';
import * as claims from './migrations/0008-claims.ts';
import * as joining from './migrations/0009-joining.ts';
import * as byHand from './migrations/0010-by-hand.ts';
import * as denials from './migrations/0011-denials.ts';
import * as redactions from './migrations/0012-redactions.ts';
import * as codebook from './migrations/0013-codebook.ts';
import * as controlCodes from './migrations/0014-control-codes.ts';
import * as looks from './migrations/0015-looks.ts';
import * as modelRuns from './migrations/0016-model-runs.ts';
import * as themeGroups from './migrations/0017-theme-groups.ts';
import * as readTo from './migrations/0018-read-to.ts';
import * as namedTo from './migrations/0019-named-to.ts';
import type { Schema } from './schema.ts';

/** In order, and never edited once released. */
const migrations = {
  '0001-first': first,
  '0002-alerts': alerts,
  '0003-media': media,
  '0004-equality': equality,
  '0005-people': people,
  '0006-patience': patience,
  '0007-identities': identities,
  '0008-claims': claims,
  '0009-joining': joining,
  '0010-by-hand': byHand,
  '0011-denials': denials,
  '0012-redactions': redactions,
  '0013-codebook': codebook,
  '0014-control-codes': controlCodes,
  '0015-looks': looks,
  '0016-model-runs': modelRuns,
  '0017-theme-groups': themeGroups,
  '0018-read-to': readTo,
  '0019-named-to': namedTo,
};

/** Brings the tables up to date; safe to call from several processes at once. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

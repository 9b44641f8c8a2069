import type { Check } from '#channels/channel.ts';
import { ok } from './check.ts';

/** The key that addresses are sealed with. That it opens this database was seen before: nothing starts with another. */
export function checkKey({ key }: { key: string | null }): Check {
  return ok(
    'Key',
    key === null
      ? 'the key file opens this database; keep a copy of it apart from the backups'
      : 'HEARBACK_KEY opens this database',
  );
}

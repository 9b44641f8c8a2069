import type { Check } from '#channels/channel.ts';
import { type Config, unnamed } from '#config.ts';
import type { Language } from '#domain/words.ts';
import { ok, warning } from './check.ts';

/** Whether residents read who writes to them, in each language that has a name of its own. */
export function checkName({ organisation }: Config, languages: ReadonlySet<Language>): Check {
  const { en, cy } = organisation;
  const missingWelsh = languages.has('cy') && cy === unnamed.cy;
  if (en === unnamed.en)
    return warning(
      'ORGANISATION_NAME',
      `residents read "${en}"`,
      missingWelsh
        ? 'Set it, and ORGANISATION_NAME_CY, to the names that they know you by.'
        : 'Set it to the name that they know you by.',
    );
  if (missingWelsh)
    return warning(
      'ORGANISATION_NAME_CY',
      `residents who write in Welsh read "${cy}"`,
      'Set it to your name in Welsh, or to your name as it is.',
    );
  return ok('ORGANISATION_NAME', `residents read "${en}"`);
}

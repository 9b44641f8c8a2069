import type { Localised } from '#domain/words.ts';
import { writeAudit } from '#store/audit.ts';
import { insertTheme } from '#store/codebook.ts';
import type { Db } from '#store/db.ts';
import { themeKeys } from '#store/themes-read.ts';
import type { Desk } from './desk.ts';

interface NewTheme {
  consultationId: string;
  name: Localised;
  definition: Localised;
  officerId: string;
}

/** Adds a theme at the end of a consultation's codebook, which then differs from its file. Gives its id. */
export function newTheme(desk: Desk, theme: NewTheme): Promise<string> {
  return desk.store.turn(({ db }) => addToCodebook(desk, db, theme));
}

/** The same within a turn. */
export async function addToCodebook(desk: Desk, db: Db, theme: NewTheme): Promise<string> {
  const { consultationId, name, definition, officerId } = theme;
  const keys = await themeKeys(db, consultationId);
  const id = desk.newId();
  const at = desk.clock.now();
  await insertTheme(db, {
    id,
    consultationId,
    key: keyFor(name.en ?? name.cy ?? '', keys),
    name,
    definition,
    examples: {},
    state: 'active',
    position: keys.length,
    createdAt: at,
  });
  await writeAudit(db, {
    id: desk.newId(),
    at,
    officerId,
    action: 'theme.add',
    subject: `themes/${id}`,
    detail: { consultationId },
  });
  return id;
}

/** As a flow file would call it: "Litter & bins" is litter-bins, and litter-bins-2 where there is one. */
function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 34)
    .replace(/-+$/, '');
  const base = plain === '' ? 'theme' : plain;
  const free = (number: number): string => {
    const key = number === 1 ? base : `${base}-${number}`;
    return taken.includes(key) ? free(number + 1) : key;
  };
  return free(1);
}

import type { Clock, NewId } from '#domain/clock.ts';
import type { OfficerRole } from '#domain/words.ts';
import { writeAudit } from '#store/audit.ts';
import type { Store } from '#store/db.ts';
import { allOfficers, insertOfficer, officerByEmail } from '#store/officers.ts';
import type { OfficerRow } from '#store/schema.ts';
import { suggestAllEarlier, suggestEarlier } from './complaintsNaming.ts';
import { tidyEmail } from './email.ts';
import { passwordMatches } from './password.ts';

export interface Desk {
  store: Store;
  clock: Clock;
  newId: NewId;
}

/** An officer as others may see one: no password hash. */
export interface Officer {
  id: string;
  email: string;
  name: string;
  role: OfficerRole;
  createdAt: number;
  /** False until a sign-in link has set a password. */
  canSignIn: boolean;
}

/** Adds an officer who has no password yet; null where that address is taken. `by` is null from the command line. */
export async function addOfficer(
  { store, clock, newId }: Desk,
  officer: { email: string; name: string; role: OfficerRole },
  by: string | null,
): Promise<Officer | null> {
  const added = await store.turn(async (tx) => {
    const { db } = tx;
    const email = tidyEmail(officer.email);
    if ((await officerByEmail(db, email)) !== undefined) return null;
    const at = clock.now();
    const row: OfficerRow = {
      id: newId(),
      email,
      name: officer.name.trim(),
      role: officer.role,
      password: null,
      createdAt: at,
      disabledAt: null,
      namedTo: '',
    };
    await insertOfficer(db, row);
    await suggestEarlier(tx, row, at);
    await writeAudit(db, {
      id: newId(),
      at,
      officerId: by,
      action: 'officer.add',
      subject: `officers/${row.id}`,
      detail: { role: row.role },
    });
    return officerFrom(row);
  });
  // What fails here is done later, and before they sign in.
  if (added !== null) await suggestAllEarlier(store, added.id, added.createdAt).catch(() => undefined);
  return added;
}

export async function listOfficers(store: Store): Promise<Officer[]> {
  return (await allOfficers(store.read)).map(officerFrom);
}

/** The officer with this e-mail address and password, or null: that takes as long whichever was wrong. */
export async function checkOfficer(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  email: string,
  password: string,
): Promise<OfficerRow | null> {
  const officer = await officerByEmail(store.read, tidyEmail(email));
  const known = officer !== undefined && officer.disabledAt === null ? officer : null;
  if (!(await passwordMatches(password, known?.password ?? null)) || known === null) return null;
  // Nobody comes in who might see what is said of them.
  if (known.namedTo !== null) await suggestAllEarlier(store, known.id, clock.now());
  return known;
}

function officerFrom(row: OfficerRow): Officer {
  const { id, email, name, role, createdAt } = row;
  return { id, email, name, role, createdAt, canSignIn: row.password !== null && row.disabledAt === null };
}

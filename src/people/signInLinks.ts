import { createHash, randomBytes } from 'node:crypto';
import { writeAudit } from '#store/audit.ts';
import type { Db, Tx } from '#store/db.ts';
import {
  hasWorkingAdmin,
  insertOfficer,
  insertSignInLink,
  officerByEmail,
  officerById,
  type SignInLinkRow,
  signInLink,
  spendSignInLink,
  updateOfficer,
} from '#store/officers.ts';
import type { OfficerRow } from '#store/schema.ts';
import { suggestAllEarlier, suggestEarlier } from './complaintsNaming.ts';
import { tidyEmail } from './email.ts';
import type { Desk } from './officers.ts';
import { hashPassword } from './password.ts';

const AN_HOUR = 3_600_000;

/**
 * The token of a link with which the first officer makes themself an admin; null where an admin can sign in already.
 * It works once, within an hour, and a new one makes the one before worthless. Only its hash is stored.
 */
export async function createFirstSignInLink({
  store,
  clock,
}: Pick<Desk, 'store' | 'clock'>): Promise<string | null> {
  return store.turn(async ({ db }) => ((await hasWorkingAdmin(db)) ? null : make(db, null, clock.now())));
}

/** The token of a link with which this officer sets a password; null where nobody has that address. */
export async function createSignInLink(
  { store, clock, newId }: Desk,
  email: string,
  by: string | null,
): Promise<string | null> {
  return store.turn(async ({ db }) => {
    const officer = await officerByEmail(db, tidyEmail(email));
    if (officer === undefined || officer.disabledAt !== null) return null;
    const at = clock.now();
    await writeAudit(db, {
      id: newId(),
      at,
      officerId: by,
      action: 'officer.link',
      subject: `officers/${officer.id}`,
      detail: {},
    });
    return make(db, officer.id, at);
  });
}

/** Where a sign-in link points, to be handed over by a person. */
export function signInLinkUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/console/sign-in/link?token=${token}`;
}

async function make(db: Db, officerId: string | null, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertSignInLink(db, {
    tokenHash: hashToken(token),
    officerId,
    createdAt: now,
    expiresAt: now + AN_HOUR,
    usedAt: null,
  });
  return token;
}

/** What a link is good for, without using it: looking at it, as mail scanners do, changes nothing. */
export type LinkState =
  | { state: 'first' }
  | { state: 'officer'; name: string; email: string }
  | { state: 'used' | 'expired' | 'unknown' };

export async function readSignInLink(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  token: string,
): Promise<LinkState> {
  const link = await signInLink(store.read, hashToken(token));
  const state = stateOf(link, clock.now());
  if (state !== 'ready' || link === undefined) return { state: state === 'ready' ? 'unknown' : state };
  if (link.officerId === null) return { state: (await hasWorkingAdmin(store.read)) ? 'used' : 'first' };
  const officer = await officerById(store.read, link.officerId);
  if (officer === undefined || officer.disabledAt !== null) return { state: 'unknown' };
  return { state: 'officer', name: officer.name, email: officer.email };
}

/**
 * Uses the link: sets the password of its officer, or makes the first admin with the name and address given.
 * Of several at once only one gets an officer back; null where the link is no longer good.
 */
export async function redeemSignInLink(
  { store, clock, newId }: Desk,
  token: string,
  given: { name: string; email: string; password: string },
): Promise<OfficerRow | null> {
  // Hashing takes long and a turn waits for nothing but the database, so it comes first.
  const password = await hashPassword(given.password);
  // Nobody comes in who might see what is said of them; where this fails, the link is as good as before.
  const meant = (await signInLink(store.read, hashToken(token)))?.officerId ?? null;
  if (meant !== null) await suggestAllEarlier(store, meant, clock.now());
  const redeemed = await store.turn(async (tx) => {
    const { db } = tx;
    const at = clock.now();
    const tokenHash = hashToken(token);
    const link = await signInLink(db, tokenHash);
    if (link === undefined || stateOf(link, at) !== 'ready') return null;
    if (!(await spendSignInLink(db, tokenHash, at))) return null;
    const officer =
      link.officerId === null
        ? await firstAdmin(tx, { ...given, password, id: newId(), at })
        : await passwordSet(db, link.officerId, password);
    if (officer === null) return null;
    await writeAudit(db, {
      id: newId(),
      at,
      officerId: officer.id,
      action: 'officer.password',
      subject: `officers/${officer.id}`,
      detail: { first: link.officerId === null },
    });
    return { officer, isNamed: link.officerId === null, at };
  });
  if (redeemed === null) return null;
  // Only the first admin gives a name. What fails here is done later: without another admin nothing is hidden from them.
  if (redeemed.isNamed)
    await suggestAllEarlier(store, redeemed.officer.id, redeemed.at).catch(() => undefined);
  return redeemed.officer;
}

async function firstAdmin(
  tx: Tx,
  given: { id: string; name: string; email: string; password: string; at: number },
): Promise<OfficerRow | null> {
  const { db } = tx;
  if (await hasWorkingAdmin(db)) return null;
  const email = tidyEmail(given.email);
  const known = await officerByEmail(db, email);
  if (known !== undefined) {
    const change = {
      name: given.name,
      role: 'admin' as const,
      password: given.password,
      disabledAt: null,
      namedTo: '',
    };
    await updateOfficer(db, known.id, change);
    await suggestEarlier(tx, { id: known.id, name: given.name }, given.at);
    return { ...known, ...change };
  }
  const officer: OfficerRow = {
    id: given.id,
    email,
    name: given.name,
    role: 'admin',
    password: given.password,
    createdAt: given.at,
    disabledAt: null,
    namedTo: '',
  };
  await insertOfficer(db, officer);
  await suggestEarlier(tx, officer, given.at);
  return officer;
}

async function passwordSet(db: Db, officerId: string, password: string): Promise<OfficerRow | null> {
  const officer = await officerById(db, officerId);
  if (officer === undefined || officer.disabledAt !== null) return null;
  await updateOfficer(db, officer.id, { password });
  return { ...officer, password };
}

function stateOf(link: SignInLinkRow | undefined, now: number): 'ready' | 'used' | 'expired' | 'unknown' {
  if (link === undefined) return 'unknown';
  if (link.usedAt !== null) return 'used';
  return link.expiresAt <= now ? 'expired' : 'ready';
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

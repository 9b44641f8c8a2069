import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { Store as ExpressStore, type Session, type SessionData } from 'express-session';
import type { Clock } from '#domain/clock.ts';
import {
  consoleSession,
  deleteConsoleSession,
  deleteExpiredConsoleSessions,
  extendConsoleSession,
  saveConsoleSession,
} from '#store/consoleSessions.ts';
import type { Store } from '#store/db.ts';

type Done = (error?: unknown) => void;

/** Someone who has not signed in only fills in the sign-in form. */
const ANONYMOUS_LASTS = 3_600_000;
/** Reading pages writes to the database only this often. */
const TOUCH_EVERY = 5 * 60_000;

/** express-session's store over our own table. The id that the cookie carries is stored as a hash only. */
export class SessionStore extends ExpressStore {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #touched = new Map<string, number>();
  /** Sessions that were there before their request; all others are being made by it. */
  readonly #found = new WeakSet<SessionData>();

  constructor(store: Store, clock: Clock) {
    super();
    this.#store = store;
    this.#clock = clock;
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    consoleSession(this.#store.read, hashId(id), this.#clock.now()).then(
      (data) => done(null, data === undefined ? null : (JSON.parse(data) as SessionData)),
      done,
    );
  }

  override createSession(req: Request, data: SessionData): Session & SessionData {
    const session = super.createSession(req, data);
    this.#found.add(session);
    return session;
  }

  override set(id: string, session: SessionData, done: Done = () => {}): void {
    const now = this.#clock.now();
    const row = { idHash: hashId(id), data: JSON.stringify(session), expiresAt: now + lasts(session) };
    this.#store
      .turn(async ({ db }) => {
        await deleteExpiredConsoleSessions(db, now);
        // Signed out while this request was under way: what it changed must not bring the session back.
        if (this.#found.has(session) && (await consoleSession(db, row.idHash, now)) === undefined) return;
        await saveConsoleSession(db, row);
      })
      .then(() => done(), done);
  }

  override touch(id: string, session: SessionData, done: Done = () => {}): void {
    const now = this.#clock.now();
    const idHash = hashId(id);
    if (now - (this.#touched.get(idHash) ?? 0) < TOUCH_EVERY) return done();
    if (this.#touched.size > 1000) this.#touched.clear();
    this.#touched.set(idHash, now);
    this.#store
      .turn(({ db }) => extendConsoleSession(db, idHash, now + lasts(session)))
      .then(() => done(), done);
  }

  override destroy(id: string, done: Done = () => {}): void {
    this.#store.turn(({ db }) => deleteConsoleSession(db, hashId(id))).then(() => done(), done);
  }
}

function lasts(session: SessionData): number {
  return session.officerId === undefined
    ? ANONYMOUS_LASTS
    : (session.cookie.originalMaxAge ?? ANONYMOUS_LASTS);
}

function hashId(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

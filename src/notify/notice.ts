/** What an officer is told of. Never a resident's words, number or name: mail and chat are read by others too. */
export interface Notice {
  /** The same for every attempt at the same notice, so that a second copy can be known as one. */
  id: string;
  subject: string;
  text: string;
  /** The page in the console that it is about. */
  url: string;
}

export type Told =
  | { kind: 'told' }
  /** `code` is what the other side answered, for whoever puts it right: never a secret, never an address. */
  | { kind: 'failed'; reason: 'unreachable' | 'signIn' | 'refused'; code: string | null };

/** Longest wait for any answer, ms. */
export const PATIENCE = 10_000;

/** Longest that one notice may take in all, ms: whoever has it in hand is taken for dead a minute after they took it up. */
export const LONGEST = 30_000;

/** The code of an error where it has one that is only a code. */
export function codeOf(error: unknown): string | null {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code)) return code;
  return cause === undefined ? null : codeOf(cause);
}

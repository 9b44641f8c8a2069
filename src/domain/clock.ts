/** Time and identity are arguments everywhere, so that a test or a demo can bring its own. */
export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
}

/** A new identifier: a UUID of version 7, so that rows sort by when they were made. */
export type NewId = () => string;

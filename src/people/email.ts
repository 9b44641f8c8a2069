import { z } from 'zod';

const address = z.email().max(254);

/** Whether this can be an officer's e-mail address: the same wherever it is typed, or some could be added and never sign in. */
export function isEmail(typed: string): boolean {
  return address.safeParse(typed.trim()).success;
}

/** How an e-mail address is stored and compared. */
export function tidyEmail(email: string): string {
  return email.trim().toLowerCase();
}

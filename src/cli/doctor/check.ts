import type { Check } from '#channels/channel.ts';

/** As it should be. */
export function ok(what: string, found: string): Check {
  return { what, state: 'ok', found, remedy: null, fixable: false };
}

/** It works, and somebody should know. */
export function warning(what: string, found: string, remedy: string): Check {
  return { what, state: 'warning', found, remedy, fixable: false };
}

/** It does not work, or soon will not. */
export function problem(what: string, found: string, remedy: string): Check {
  return { what, state: 'problem', found, remedy, fixable: false };
}

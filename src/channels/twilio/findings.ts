import type { Check } from '#channels/channel.ts';
import { Refusal } from './client.ts';

export function fine(what: string, found: string): Check {
  return { what, state: 'ok', found, remedy: null, fixable: false };
}

export function problem(what: string, found: string, remedy: string, fixable = false): Check {
  return { what, state: 'problem', found, remedy, fixable };
}

export function warning(what: string, found: string, remedy: string): Check {
  return { what, state: 'warning', found, remedy, fixable: false };
}

/** Looks, and says what was in the way where Twilio could not be asked. */
export async function looked(what: string, look: () => Promise<Check[]>): Promise<Check[]> {
  try {
    return await look();
  } catch (error) {
    return [inTheWay(what, error)];
  }
}

function inTheWay(what: string, error: unknown): Check {
  if (!(error instanceof Refusal))
    return warning(
      what,
      'Twilio did not answer.',
      'Check that this machine can reach Twilio, and try again.',
    );
  const { status, code } = error;
  if (status === 401 || status === 403)
    return problem(
      what,
      `Twilio refuses our credentials (${code ?? status}).`,
      'Copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN from the Twilio console again.',
    );
  if (status === 404)
    return problem(
      what,
      'Twilio has no such thing in this account.',
      'Copy the setting from the Twilio console again.',
    );
  return warning(
    what,
    `Twilio answered ${status}${code ? ` (${code})` : ''}.`,
    'Try again in a few minutes.',
  );
}

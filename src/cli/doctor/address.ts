import { connect } from 'node:tls';
import type { Check } from '#channels/channel.ts';
import { ok, problem, warning } from './check.ts';

const what = 'PUBLIC_URL';
const PATIENCE = 5000;
const DAY = 24 * 60 * 60_000;

export interface AddressToCheck {
  publicUrl: string;
  /** It names this machine itself. */
  loopback: boolean;
  /** Some provider must reach it from outside. */
  needed: boolean;
  now: number;
}

/** Whether residents' providers can reach us where we say that we are. */
export async function checkAddress({ publicUrl, loopback, needed, now }: AddressToCheck): Promise<Check> {
  if (loopback && needed)
    return problem(
      what,
      `${publicUrl} is this machine only`,
      'Set it to the https address that providers can call.',
    );
  if (!loopback && !publicUrl.startsWith('https:'))
    return problem(
      what,
      `${publicUrl} is not https`,
      'Put a proxy with a certificate before it: docs/operating.md.',
    );
  const answer = await ask(publicUrl);
  if (answer !== 'ours')
    return loopback
      ? warning(what, `${answer} at ${publicUrl}`, 'Start Hearback: npm start.')
      : problem(
          what,
          `${answer} at ${publicUrl}`,
          'Start Hearback, and lead that address to it: docs/operating.md.',
        );
  const ends = publicUrl.startsWith('https:') ? await certificateEnds(new URL(publicUrl)) : null;
  if (ends !== null && ends - now < 14 * DAY)
    return warning(
      what,
      `its certificate ends on ${day(ends)}`,
      'Renew the certificate, and let that happen by itself.',
    );
  return ok(what, `${publicUrl} answers`);
}

async function ask(publicUrl: string): Promise<string> {
  try {
    const response = await fetch(`${publicUrl}/healthz`, {
      signal: AbortSignal.timeout(PATIENCE),
      redirect: 'manual',
    });
    const body = (await response.text()).slice(0, 100);
    return response.status === 200 && body === '{"ok":true}'
      ? 'ours'
      : `something else answers (${response.status})`;
  } catch (error) {
    return `nothing answers (${reasonOf(error)})`;
  }
}

function reasonOf(error: unknown): string {
  const { code, cause, name } = (error ?? {}) as { code?: unknown; cause?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? String(name) : reasonOf(cause);
}

/** When its certificate ends, ms; null where that cannot be seen. */
function certificateEnds({ hostname, port }: URL): Promise<number | null> {
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, port: Number(port || 443), servername: host, timeout: PATIENCE });
    const done = (at: number | null) => {
      socket.destroy();
      resolve(at);
    };
    socket.once('secureConnect', () => done(Date.parse(socket.getPeerCertificate().valid_to) || null));
    socket.once('timeout', () => done(null));
    socket.once('error', () => done(null));
  });
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

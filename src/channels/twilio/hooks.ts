import type { Check } from '#channels/channel.ts';
import { fine, problem } from './findings.ts';
import type { TwilioConfig } from './settings.ts';
import { publicUrlOf } from './signature.ts';

/** An address that Twilio calls when a resident writes, as it is set there. */
export interface Hook {
  what: string;
  url: string | null | undefined;
  method: string | null | undefined;
  set(url: string): Promise<unknown>;
}

function ourHook({ publicUrl }: TwilioConfig): string {
  return publicUrlOf(publicUrl, '/webhooks/twilio');
}

export function checkHook(config: TwilioConfig, { what, url, method }: Hook): Check {
  const ours = ourHook(config);
  if (unreachable(ours)) return cannotReach(what);
  if (url === ours && method?.toUpperCase() === 'POST') return fine(what, `It is ${ours} by POST.`);
  const found =
    url === ours ? `It is called by ${method || 'another method'}, not by POST.` : foundInPlace(url);
  return problem(what, found, `Set it to ${ours} by POST.`, true);
}

/** What is set there may carry a password in it: only its host is shown. */
function foundInPlace(url: string | null | undefined): string {
  if (!url) return 'None is set, so what residents write does not arrive.';
  return `It leads to ${URL.canParse(url) ? new URL(url).host : 'another place'}, so what residents write does not arrive here.`;
}

/** Sets it right where it is not, and says so. */
export async function registerHook(config: TwilioConfig, hook: Hook): Promise<Check> {
  const before = checkHook(config, hook);
  if (!before.fixable) return before;
  const ours = ourHook(config);
  await hook.set(ours);
  return fine(hook.what, `It was set to ${ours} by POST.`);
}

function unreachable(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}

function cannotReach(what: string): Check {
  return problem(
    what,
    'PUBLIC_URL is this machine itself, which Twilio cannot reach.',
    'Set PUBLIC_URL to the https:// address by which the world reaches Hearback.',
  );
}

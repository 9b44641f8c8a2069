import type { LookupFunction } from 'node:net';
import type { FetchBounds, Fetched } from '#channels/channel.ts';
import { download, type Hop, isLoopback } from '#channels/download.ts';
import { rebased } from './rebased.ts';

export interface TwilioMediaConfig {
  accountSid: string;
  authToken: string;
  apiBaseUrl: string | null;
  /** In place of the system's resolver. */
  lookup?: LookupFunction;
}

const api = 'https://api.twilio.com';

/** Enough for API, content network and one more. */
const maxRedirects = 3;

/**
 * Makes `fetchMedia`. A MediaUrl is at the API, asked with the account's credentials, and leads to Twilio's content
 * network (mms.twiliocdn.com) or, where HTTP auth on media is off, to Twilio's bucket at S3. Neither is shown the
 * credentials. https://help.twilio.com/articles/223183748
 */
export function twilioMedia(config: TwilioMediaConfig) {
  const base = new URL(config.apiBaseUrl ?? api);
  const credentials = Buffer.from(`${config.accountSid}:${config.authToken}`).toString('base64');

  const allow = (url: URL): Hop | null => {
    if (url.origin === base.origin)
      return { headers: { authorization: `Basic ${credentials}` }, loopback: isLoopback(base.hostname) };
    return isTwilios(url) ? { headers: {}, loopback: false } : null;
  };

  return async ({ ref }: { ref: string }, bounds: FetchBounds): Promise<Fetched> => {
    // Twilio itself names its own API; a proxy configured in its place is asked instead.
    const url = ref.startsWith(`${api}/`) ? rebased(ref, config.apiBaseUrl ?? api) : ref;
    if (!URL.canParse(url) || new URL(url).origin !== base.origin) return { kind: 'elsewhere' };
    const { lookup } = config;
    return download({ url, allow, redirects: maxRedirects, ...(lookup ? { lookup } : {}) }, bounds);
  };
}

function isTwilios({ protocol, hostname, port, pathname }: URL): boolean {
  if (protocol !== 'https:' || port !== '') return false;
  if (/^([\w-]+\.)*(twilio|twiliocdn)\.com$/.test(hostname)) return true;
  return hostname === 's3-external-1.amazonaws.com' && pathname.startsWith('/media.twiliocdn.com/');
}

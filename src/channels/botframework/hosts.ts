import { isLoopback } from '#channels/download.ts';

/**
 * Where Microsoft's connectors for Teams, Web Chat and Direct Line live in the public cloud. A token goes there with
 * what we send, so a host that merely says so in an activity is not enough.
 */
const connectors =
  /^(smba\.trafficmanager\.net|([\w-]+\.)*botframework\.com|([\w-]+\.)+teams\.microsoft\.com)$/;

/** Where Teams keeps a file that somebody sent: the link in the activity lets anybody in, for some minutes. */
const files = /^[\w-]+\.sharepoint\.com$/;

/** Whether we may write there. `local`: this machine itself may be the connector, for trying out and for tests. */
export function isConnector(serviceUrl: string, local: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (local && /^https?:$/.test(url.protocol) && isLoopback(url.hostname)) return true;
  return url.protocol === 'https:' && url.port === '' && connectors.test(url.hostname);
}

/**
 * Whether a file may be fetched there, with our token or without. A page can name any address as its file, so the token
 * goes to attachments alone and to nothing else that the connector would tell the bot.
 */
export function keepsFiles(url: URL, local: boolean): 'withToken' | 'open' | null {
  if (isConnector(url.href, local)) return /\/v3\/attachments\//.test(url.pathname) ? 'withToken' : 'open';
  return url.protocol === 'https:' && url.port === '' && files.test(url.hostname) ? 'open' : null;
}

import { type BotFrameworkConfig, botFramework } from '#channels/botframework/channel.ts';
import type { WebhookRequest } from '#channels/channel.ts';

export const appId = '00000000-0000-4000-8000-00000000000a';
export const credentials = { appId, password: 'a-password-for-tests', tenantId: null };

/** Port 9 is "discard": a test that means to be heard brings its own double. */
export const nowhere = 'http://127.0.0.1:9/';

export const local: BotFrameworkConfig = {
  credentials: null,
  publicUrl: 'http://localhost:3000',
  declineGroup: (locale) => `Please write to us alone. (${locale})`,
};

export const connected = (cloud: NonNullable<BotFrameworkConfig['cloud']>, changes = {}) =>
  botFramework({
    ...local,
    credentials,
    publicUrl: 'https://listen.example.org',
    cloud,
    ...changes,
  });

/** An activity as it is posted to us by a program of this machine. */
export function posted(activity: unknown, headers: Record<string, string> = {}): WebhookRequest {
  return {
    method: 'POST',
    path: '/api/messages',
    headers: { 'content-type': 'application/json', ...headers },
    rawBody: Buffer.from(typeof activity === 'string' ? activity : JSON.stringify(activity)),
    peer: '127.0.0.1',
  };
}

export const timestamp = '2026-11-20T09:29:58.123Z';
const tenant = '11111111-2222-4333-8444-555555555555';
export const aadObjectId = '99999999-8888-4777-8666-555555555555';

/** From a personal chat of Teams, as its documentation shows them. */
export const teamsBase = {
  type: 'message',
  id: '1732094998123',
  timestamp,
  localTimestamp: '2026-11-20T09:29:58.123+00:00',
  channelId: 'msteams',
  serviceUrl: nowhere,
  from: { id: '29:1a', name: 'A Resident', aadObjectId },
  conversation: { id: 'a:1b', conversationType: 'personal', tenantId: tenant },
  recipient: { id: `28:${appId}`, name: 'Hearback' },
  entities: [{ type: 'clientInfo', locale: 'cy-GB', country: 'GB', platform: 'Web' }],
  channelData: { tenant: { id: tenant } },
  locale: 'cy-GB',
};

export const webBase = {
  type: 'message',
  id: 'Kx7|0000003',
  timestamp,
  channelId: 'webchat',
  serviceUrl: nowhere,
  from: { id: 'default-user', name: '' },
  conversation: { id: 'Kx7-uk' },
  recipient: { id: 'hearback@Wf', name: 'hearback' },
  textFormat: 'plain',
  channelData: { clientActivityID: '1732094998123abc' },
};

export const teamsAddress = (serviceUrl = nowhere) =>
  JSON.stringify({
    channelId: 'msteams',
    serviceUrl,
    conversation: 'a:1b',
    bot: `28:${appId}`,
    user: '29:1a',
    tenant,
  });

export const webAddress = (serviceUrl = nowhere) =>
  JSON.stringify({
    channelId: 'webchat',
    serviceUrl,
    conversation: 'Kx7-uk',
    bot: 'hearback@Wf',
    user: 'default-user',
    tenant: null,
  });

import type { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import type { Reference } from './reference.ts';

/** Microsoft's addresses in the public cloud, and what may stand in for them in tests. */
export interface Cloud {
  loginUrl: string;
  openIdUrl: string;
  /** Reaches every conversation of Teams, whichever region keeps it. */
  teamsUrl: string;
}

export const publicCloud: Cloud = {
  loginUrl: 'https://login.microsoftonline.com',
  openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  teamsUrl: 'https://smba.trafficmanager.net/teams/',
};

/** Who signs what channels send: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const channelIssuer = 'https://api.botframework.com';

export interface SdkConfig {
  /** null where this machine alone talks to us and nobody shows a token. */
  appId: string | null;
  cloud: Cloud;
  /** The token that the send just got. */
  bearer(): string | null;
}

/** What we use of Microsoft's SDK. It takes most of a second to load, so it is loaded when it is first needed. */
export interface Sdk {
  authentication: ConfigurationBotFrameworkAuthentication;
  adapter: CloudAdapter;
}

export function lazySdk(config: SdkConfig, make: (config: SdkConfig) => Promise<Sdk> = load) {
  let sdk: Promise<Sdk> | undefined;
  return async (): Promise<Sdk> => {
    sdk ??= make(config);
    try {
      return await sdk;
    } catch (error) {
      // A disk or a memory that was full may have room again by the next call.
      sdk = undefined;
      throw error;
    }
  };
}

async function load({ appId, cloud, bearer }: SdkConfig): Promise<Sdk> {
  const botbuilder = await import('botbuilder');
  // Where one of these is given the SDK takes none of its own, so all are.
  const settings = {
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `${cloud.loginUrl}/botframework.com`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: channelIssuer,
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: cloud.openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdUrl,
    CallerId: 'urn:botframework:azure',
  };
  const credentials = {
    isValidAppId: async (id: string) => id !== '' && id === appId,
    isAuthenticationDisabled: async () => appId === null,
    createCredentials: async () => ({ signRequest: signWith(bearer) }),
  };
  const authentication = new botbuilder.ConfigurationBotFrameworkAuthentication(settings, credentials);
  return { authentication, adapter: new botbuilder.CloudAdapter(authentication) };
}

function signWith(bearer: () => string | null) {
  return async <T extends { headers: { set(name: string, value: string): void } }>(
    request: T,
  ): Promise<T> => {
    const token = bearer();
    if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
    return request;
  };
}

/** The part of the SDK's ConnectorClient that sends and deletes. */
interface Connector {
  conversations: {
    sendToConversation(
      conversationId: string,
      activity: object,
      options: { abortSignal: AbortSignal },
    ): Promise<{ id?: string } | undefined>;
    deleteActivity(
      conversationId: string,
      activityId: string,
      options: { abortSignal: AbortSignal },
    ): Promise<unknown>;
  };
}

interface Pipeline {
  removePolicy(policy: { phase?: 'Retry'; name?: string }): unknown;
}

const insides = z.looseObject({
  client: z.looseObject({
    pipeline: z.custom<Pipeline>(
      (value) => z.looseObject({ removePolicy: z.unknown() }).safeParse(value).success,
    ),
  }),
});

/**
 * Hands a connector to `use` that makes one POST of each call: by itself it makes four where it gets a 500, 502, 503 or a
 * reset, follows redirects, and has no setting for either. Throws what `use` throws.
 */
export async function withConnector<T>(
  { adapter }: Sdk,
  appId: string,
  to: Reference,
  use: (connector: Connector) => Promise<T>,
): Promise<T> {
  const outcome: { is?: Promise<T> } = {};
  const reference = {
    channelId: to.channelId,
    serviceUrl: to.serviceUrl,
    conversation: conversationOf(to),
    bot: { id: to.bot, name: '' },
    user: { id: to.user, name: '' },
  };
  await adapter.continueConversationAsync(appId, reference, async (context) => {
    const connector = context.turnState.get<Connector>(context.adapter.ConnectorClientKey);
    const { pipeline } = insides.parse(connector).client;
    pipeline.removePolicy({ phase: 'Retry' });
    pipeline.removePolicy({ name: 'redirectPolicy' });
    // Not awaited inside: the adapter's error handler would take a failure for itself.
    outcome.is = use(connector);
    await outcome.is.catch(() => {});
  });
  if (outcome.is === undefined) throw new Error('The Bot Framework SDK did not come to the send.');
  return outcome.is;
}

function conversationOf({ conversation, tenant }: Reference) {
  return {
    id: conversation,
    isGroup: false,
    conversationType: 'personal',
    name: '',
    ...(tenant === null ? {} : { tenantId: tenant }),
  };
}

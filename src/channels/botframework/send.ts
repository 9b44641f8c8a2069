import type { Outbound, SendResult } from '#channels/channel.ts';
import { buttons } from './buttons.ts';
import { isConnector } from './hosts.ts';
import { refusedOutcome } from './outcome.ts';
import { providerIdOf, type Reference, referenceFrom } from './reference.ts';
import { type Sdk, withConnector } from './sdk.ts';
import type { Token } from './token.ts';

/**
 * Teams takes about 28 KB in all: https://learn.microsoft.com/microsoftteams/limits-specifications-teams. Of the scripts
 * that we write none takes more than three bytes a character.
 */
export const maxLength = 7000;

/** Where the token could not be asked for: nothing was sent. */
const defaultDelayMs = 5_000;

export interface SendConfig {
  appId: string | null;
  /** Whether this machine itself may be the connector. */
  local: boolean;
  timeoutMs: number;
  /** null: no token is shown. */
  token: (() => Promise<Token>) | null;
  sdk(): Promise<Sdk>;
}

/** Makes `send`: one POST to the connector, whatever its outcome. */
export function botFrameworkSender(config: SendConfig): (message: Outbound) => Promise<SendResult> {
  return async (message) => {
    const to = referenceFrom(message.address);
    if (to === null || !isConnector(to.serviceUrl, config.local)) return refused('badAddress');
    // The conversation of a web page has ended by then, and nobody would read it.
    if (to.channelId !== 'msteams' && message.purpose === 'followUp') return refused('unreachable');
    if (message.text.length > maxLength) return refused('tooLong');
    return post(config, to, activityOf(message, to), message.attemptId);
  };
}

/** One activity to one conversation. Never throws. */
export async function post(
  config: SendConfig,
  to: Reference,
  activity: object,
  attemptId: string,
): Promise<SendResult> {
  const token = (await config.token?.()) ?? null;
  if (token?.kind === 'refused')
    return { kind: 'rejected', reason: 'auth', code: token.code, permanent: false };
  if (token?.kind === 'unreachable')
    return { kind: 'retryAfter', afterMs: defaultDelayMs, reason: 'unreachable', code: token.code };
  const sdk = await config.sdk().catch(() => null);
  if (sdk === null)
    return { kind: 'retryAfter', afterMs: defaultDelayMs, reason: 'unreachable', code: 'sdk' };
  try {
    // From here: loading the SDK for the first time is no fault of the connector's.
    const abortSignal = AbortSignal.timeout(config.timeoutMs);
    const sent = await withConnector(sdk, config.appId ?? '', to, (connector) =>
      connector.conversations.sendToConversation(to.conversation, activity, { abortSignal }),
    );
    // Not every channel gives an id to what it took.
    return {
      kind: 'accepted',
      providerId: providerIdOf(to.conversation, sent?.id || attemptId),
      segments: null,
    };
  } catch (error) {
    return refusedOutcome(error);
  }
}

function activityOf(message: Outbound, to: Reference): object {
  return {
    type: 'message',
    channelId: to.channelId,
    serviceUrl: to.serviceUrl,
    from: { id: to.bot },
    recipient: { id: to.user },
    conversation: { id: to.conversation },
    // As Markdown a resident's own asterisks would vanish.
    textFormat: 'plain',
    text: message.text.toWellFormed(),
    ...buttons(to.channelId, message.choices),
  };
}

function refused(reason: 'badAddress' | 'unreachable' | 'tooLong'): SendResult {
  return { kind: 'rejected', reason, code: null, permanent: true };
}

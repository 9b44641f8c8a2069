import type { Forgotten, KeptMessage } from '#channels/channel.ts';
import { refusedOutcome } from './outcome.ts';
import { messageIn } from './reference.ts';
import { withConnector } from './sdk.ts';
import type { SendConfig } from './send.ts';

const MINUTE = 60_000;

export interface ForgetConfig extends SendConfig {
  /** Where Teams reaches every conversation, wherever it is kept: a message's id does not say where that is. */
  teamsUrl: string;
}

/**
 * Makes `forget` for Teams, where a bot may delete what it wrote itself; what a resident wrote only they can take back.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/update-and-delete-bot-messages
 */
export function teamsForgetter(config: ForgetConfig): (message: KeptMessage) => Promise<Forgotten> {
  return async ({ providerId, farewell }) => {
    const message = messageIn(providerId);
    // That they are forgotten must not vanish before they have read it.
    if (message === null || farewell) return { kind: 'cannot' };
    const token = (await config.token?.()) ?? null;
    if (token !== null && token.kind !== 'token') return { kind: 'retry', afterMs: MINUTE };
    const { conversation, activity } = message;
    const to = {
      channelId: 'msteams',
      serviceUrl: config.teamsUrl,
      conversation,
      bot: '',
      user: '',
      tenant: null,
    };
    try {
      const sdk = await config.sdk();
      const abortSignal = AbortSignal.timeout(config.timeoutMs);
      await withConnector(sdk, config.appId ?? '', to, (connector) =>
        connector.conversations.deleteActivity(conversation, activity, { abortSignal }),
      );
      return { kind: 'done' };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

function outcomeOf(error: unknown): Forgotten {
  const outcome = refusedOutcome(error);
  if (outcome.kind === 'retryAfter' && outcome.reason === 'rate')
    return { kind: 'retry', afterMs: outcome.afterMs };
  if (outcome.kind !== 'rejected') return { kind: 'retry', afterMs: MINUTE };
  if (outcome.reason === 'badAddress') return { kind: 'done' };
  // A wrong password may be put right.
  return outcome.code === '401' || outcome.code === 'Unauthorized'
    ? { kind: 'retry', afterMs: MINUTE }
    : { kind: 'cannot' };
}

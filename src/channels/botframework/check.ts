import type { Check } from '#channels/channel.ts';
import type { Token } from './token.ts';

/** Makes `check`. Where Azure sends to cannot be read with a bot's own credentials, so it is said and not looked at. */
export function botFrameworkCheck(token: (() => Promise<Token>) | null, publicUrl: string) {
  return async (): Promise<Check[]> => [await credentials(token), endpoint(publicUrl)];
}

async function credentials(token: (() => Promise<Token>) | null): Promise<Check> {
  const what = 'Bot Framework credentials';
  if (token === null)
    return {
      what,
      state: 'warning',
      found: 'There are none: only programs on this machine can talk to the bot.',
      remedy: 'Set MicrosoftAppId and MicrosoftAppPassword to connect Teams or Web Chat.',
      fixable: false,
    };
  const got = await token();
  if (got.kind === 'token')
    return { what, state: 'ok', found: 'Microsoft accepts them.', remedy: null, fixable: false };
  if (got.kind === 'unreachable')
    return {
      what,
      state: 'warning',
      found: 'Microsoft could not be asked.',
      remedy: 'Check that this machine reaches https://login.microsoftonline.com, and try again.',
      fixable: false,
    };
  return {
    what,
    state: 'problem',
    found: `Microsoft refuses them (${got.code}).`,
    remedy:
      'Make a new client secret for the bot in the Azure portal, set MicrosoftAppPassword to it, and set MicrosoftAppTenantId where the bot belongs to a single tenant.',
    fixable: false,
  };
}

function endpoint(publicUrl: string): Check {
  const https = publicUrl.startsWith('https:');
  return {
    what: 'Bot Framework messaging endpoint',
    state: https ? 'ok' : 'warning',
    found: https
      ? `Azure does not tell a bot where it sends to. It should be ${publicUrl}/api/messages.`
      : 'PUBLIC_URL is no https:// address, so Azure cannot reach it.',
    remedy: https
      ? null
      : 'Set PUBLIC_URL to an https:// address, and the messaging endpoint in Azure to it and /api/messages.',
    fixable: false,
  };
}

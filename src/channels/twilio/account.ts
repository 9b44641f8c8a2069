import type { Check } from '#channels/channel.ts';
import type { Connection } from './client.ts';
import { fine, problem, warning } from './findings.ts';
import { nowOf, type TwilioConfig } from './settings.ts';

/** Twilio refuses tokens, and we windows and receipts, where the two clocks differ by more. */
const maxSkewMs = 60_000;

/** The account, and our clock against Twilio's. */
export async function checkAccount(config: TwilioConfig, connection: Connection): Promise<Check[]> {
  const twilio = await connection.client();
  const { status, type } = await twilio.api.v2010.accounts(config.accountSid).fetch();
  return [accountOf(status, type), clockOf(connection.lastDate(), nowOf(config))];
}

function accountOf(status: string, type: string): Check {
  const what = 'Twilio account';
  if (status !== 'active')
    return problem(what, `It is ${status}.`, 'Sign in to the Twilio console to see why, or ask Twilio.');
  return type === 'Trial'
    ? warning(what, 'It is a trial account, which reaches only numbers that you verified.', 'Upgrade it.')
    : fine(what, 'It is active.');
}

function clockOf(theirs: number | null, ours: number): Check {
  const what = 'Clock';
  if (theirs === null)
    return warning(what, 'Twilio did not say what time it is.', 'Compare this machine’s clock by hand.');
  const seconds = Math.round(Math.abs(ours - theirs) / 1000);
  return seconds * 1000 > maxSkewMs
    ? problem(
        what,
        `This machine’s clock is ${seconds} seconds ${ours > theirs ? 'ahead of' : 'behind'} Twilio’s.`,
        'Set the clock by a time server (NTP).',
      )
    : fine(what, 'It agrees with Twilio’s.');
}

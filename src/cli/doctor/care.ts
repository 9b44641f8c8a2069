import type { Check } from '#channels/channel.ts';
import type { Config } from '#config.ts';
import { checkMail } from '#notify/smtp.ts';
import { ok, problem, warning } from './check.ts';

const what = 'Safeguarding';

/** Whether somebody would be told of a resident in danger. `live`: residents can write who are not officers trying it out. */
export async function checkCare({ safeguarding, mail }: Config, live: boolean): Promise<Check> {
  const missing = [
    ...(safeguarding.lead === null ? ['SAFEGUARDING_LEAD'] : []),
    ...(safeguarding.deputy === null ? ['SAFEGUARDING_DEPUTY'] : []),
  ];
  if (missing.length > 0) {
    const found = `${missing.join(' and ')} not set: nobody may be told of a resident in danger`;
    const remedy = 'Set both before anybody writes to you.';
    return live ? problem(what, found, remedy) : warning(what, found, remedy);
  }
  if (mail === null) return ok(what, 'the lead and the deputy are told by webhook');
  const answer = await checkMail(mail);
  if (answer.kind === 'told')
    return ok(what, 'the lead and the deputy are set, and the mail server takes us');
  const why = { signIn: 'refuses our password', refused: 'refuses us', unreachable: 'does not answer' };
  const code = answer.code === null ? '' : ` (${answer.code})`;
  return problem(
    what,
    `the mail server ${why[answer.reason]}${code}`,
    'Put SMTP_URL right: alerts go out through it.',
  );
}

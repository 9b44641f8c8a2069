import type { Notice, Told } from './notice.ts';
import { type MailSettings, sendMail } from './smtp.ts';
import { postNotice } from './webhook.ts';

/** Tells one recipient: an e-mail address or a webhook, as config.ts has checked. Never throws. */
export function teller(mail: MailSettings | null) {
  return async (recipient: string, notice: Notice): Promise<Told> => {
    if (/^https?:\/\//.test(recipient)) return postNotice(recipient, notice);
    return mail === null
      ? { kind: 'failed', reason: 'unreachable', code: null }
      : sendMail(mail, recipient, notice);
  };
}

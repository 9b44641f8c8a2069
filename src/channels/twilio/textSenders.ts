import type { Twilio } from 'twilio';
import type { Check } from '#channels/channel.ts';
import type { Connection } from './client.ts';
import { fine, problem, warning } from './findings.ts';
import type { Hook } from './hooks.ts';
import type { TwilioConfig } from './settings.ts';

/** What texts are sent from, and the addresses that Twilio calls with what is written to it. */
export interface Senders {
  checks: Check[];
  hooks: Hook[];
}

export async function textSenders(config: TwilioConfig, connection: Connection): Promise<Senders> {
  const twilio = await connection.client();
  if (config.messagingServiceSid) return await ofService(twilio, config.messagingServiceSid);
  return await ofNumber(twilio, config.from ?? '');
}

async function ofService(twilio: Twilio, sid: string): Promise<Senders> {
  const what = 'Messaging service';
  const service = twilio.messaging.v1.services(sid);
  const set = await service.fetch();
  const numbers = await service.phoneNumbers.list({ pageSize: 50, limit: 400 });
  if (numbers.length === 0) {
    const empty = 'It has no number to send from or to be written to.';
    return {
      checks: [problem(what, empty, 'Add a number to its sender pool in the Twilio console.')],
      hooks: [],
    };
  }
  const many = numbers.length === 1 ? 'a number' : `${numbers.length} numbers`;
  const found = fine(what, `It sends from ${many}.`);
  if (set.useInboundWebhookOnNumber) {
    const each = await Promise.all(
      numbers.map(async ({ sid: number }) =>
        hookOf(twilio, await twilio.incomingPhoneNumbers(number).fetch()),
      ),
    );
    return { checks: [found], hooks: each };
  }
  return {
    checks: [found],
    hooks: [
      {
        what: 'Webhook of the messaging service',
        url: set.inboundRequestUrl,
        method: set.inboundMethod,
        set: (url) => service.update({ inboundRequestUrl: url, inboundMethod: 'POST' }),
      },
    ],
  };
}

async function ofNumber(twilio: Twilio, from: string): Promise<Senders> {
  const what = 'Number for texts';
  if (!from.startsWith('+')) {
    const found = 'A name can be read and not answered, so residents cannot write.';
    return { checks: [warning(what, found, 'Set TWILIO_FROM to a number.')], hooks: [] };
  }
  const [number] = await twilio.incomingPhoneNumbers.list({ phoneNumber: from, limit: 1 });
  if (number === undefined) {
    const found = 'TWILIO_FROM is not a number of this account.';
    return { checks: [problem(what, found, 'Copy a number from the Twilio console.')], hooks: [] };
  }
  const takesTexts = number.capabilities?.sms !== false;
  return {
    checks: [
      takesTexts
        ? fine(what, 'It is ours and takes texts.')
        : problem(what, 'It takes no texts.', 'Set TWILIO_FROM to a number that takes SMS.'),
    ],
    hooks: takesTexts ? [hookOf(twilio, number)] : [],
  };
}

type Number = Awaited<ReturnType<Twilio['incomingPhoneNumbers']['list']>>[number];

/** A TwiML application would win over the number's own address, so it is taken off. */
function hookOf(twilio: Twilio, { sid, smsUrl, smsMethod, smsApplicationSid }: Number): Hook {
  return {
    what: 'Webhook of the number',
    url: smsApplicationSid ? null : smsUrl,
    method: smsMethod,
    set: (url) =>
      twilio.incomingPhoneNumbers(sid).update({ smsUrl: url, smsMethod: 'POST', smsApplicationSid: '' }),
  };
}

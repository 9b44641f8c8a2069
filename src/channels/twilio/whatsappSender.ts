import type { MessagingV2ChannelsSenderRequestsUpdate } from 'twilio/lib/rest/messaging/v2/channelsSender.js';
import { onWhatsApp } from './address.ts';
import type { Connection } from './client.ts';
import { fine, problem } from './findings.ts';
import type { Senders } from './textSenders.ts';

/** https://www.twilio.com/docs/whatsapp/api/senders */
export async function whatsappSender(connection: Connection, from: string): Promise<Senders> {
  const what = 'WhatsApp sender';
  const twilio = await connection.client();
  const senders = twilio.messaging.v2.channelsSenders;
  const [kept] = (await senders.list({ channel: 'whatsapp', pageSize: 50, limit: 500 })).filter(
    ({ senderId }) => senderId === onWhatsApp(from),
  );
  if (kept === undefined) {
    const found = 'TWILIO_WHATSAPP_FROM is not a WhatsApp sender of this account.';
    return {
      checks: [problem(what, found, 'Register the number for WhatsApp in the Twilio console.')],
      hooks: [],
    };
  }
  const sender = senders(kept.sid);
  const { status, webhook } = await sender.fetch();
  const online = /^ONLINE/.test(status);
  return {
    checks: [
      online
        ? fine(what, 'It is online.')
        : problem(
            what,
            `It is ${status.toLowerCase().replaceAll('_', ' ').replaceAll(':', ', ')}.`,
            'See its page in the Twilio console.',
          ),
    ],
    hooks: [
      {
        what: 'Webhook of the WhatsApp sender',
        url: webhook?.callbackUrl,
        method: webhook?.callbackMethod,
        set: (url) => sender.update(asPosted({ callback_url: url, callback_method: 'POST' })),
      },
    ],
  };
}

/** The library passes the body on as it is, and its types name the fields as they never are. */
function asPosted(webhook: { callback_url: string; callback_method: string }) {
  return { webhook } as unknown as MessagingV2ChannelsSenderRequestsUpdate;
}

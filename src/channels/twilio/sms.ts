import type { Capabilities, Channel, Outbound } from '#channels/channel.ts';
import { segmentsOf } from '#domain/segments.ts';
import { phoneNumber } from './address.ts';
import type { Connection } from './client.ts';
import { twilioForgetter } from './forget.ts';
import { lookUp } from './lookUp.ts';
import { twilioMedia } from './media.ts';
import { inPlainPunctuation } from './plain.ts';
import { maxLength, post, refused } from './send.ts';
import type { TwilioConfig } from './settings.ts';

/** Texts through Twilio Programmable Messaging, by number or by messaging service. */
export function smsChannel(config: TwilioConfig, connection: Connection): Channel {
  const words = ({ text }: { text: string }) => {
    const whole = text.toWellFormed();
    return config.plainPunctuation ? inPlainPunctuation(whole) : whole;
  };

  return {
    name: 'sms',
    capabilities: (address) => capabilities(config, address),

    async send(message) {
      if (!phoneNumber.test(message.address)) return refused('badAddress', true);
      const body = words(message);
      if (body.length > maxLength) return refused('tooLong', true);
      const sender = senderOf(config, message);
      return sender ? await post(config, connection, message, { ...sender, body }) : refused('auth', false);
    },

    price(message) {
      const segments = segmentsOf(words(message)).count;
      return { segments, millipence: Math.round(segments * config.pence.sms * 1000) };
    },
    fetchMedia: twilioMedia(config),
    forget: twilioForgetter(connection),
    lookUp: (attempt) => lookUp(config, connection, { ...attempt, text: words(attempt) }),
  };
}

/** The number that the resident wrote to answers them; a messaging service finds it by itself. */
function senderOf(config: TwilioConfig, { account }: Outbound) {
  if (config.messagingServiceSid) return { messagingServiceSid: config.messagingServiceSid };
  const from = /^\+?\d{3,15}$/.test(account) ? account : config.from;
  return from ? { from } : null;
}

/** A UK long number sends about one text a second; a service has several. */
function capabilities(config: TwilioConfig, address: string): Capabilities {
  const perSecond = config.perSecond.sms ?? (config.messagingServiceSid ? 10 : 1);
  return {
    receipts: true,
    confirmsStop: true,
    choices: 0,
    maxLength,
    reach: 'phone',
    quietMs: 180_000,
    freeTextMs: null,
    followUps: true,
    media: true,
    rate: { perSecond, burst: Math.max(1, Math.ceil(perSecond)) },
    phone: phoneNumber.test(address) ? address : null,
  };
}

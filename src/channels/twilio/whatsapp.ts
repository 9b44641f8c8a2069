import type { Capabilities, Channel, Outbound, SendResult } from '#channels/channel.ts';
import { canWriteOnWhatsApp, isWhatsApp, onWhatsApp, phoneIn } from './address.ts';
import { type Connection, connection } from './client.ts';
import { contents } from './contents.ts';
import { twilioForgetter } from './forget.ts';
import { lookUp } from './lookUp.ts';
import { twilioMedia } from './media.ts';
import { maxLength, type Posted, post, refused } from './send.ts';
import { type TwilioConfig, timeoutOf } from './settings.ts';
import { shapeOf } from './shape.ts';
import { contentVariables } from './variables.ts';

/** Buttons are not worth making somebody wait for. */
const maxContentMs = 5_000;

/** After Twilio refused our buttons, which means for certain that nothing was sent: at once again, without them. */
const withoutButtonsMs = 1_000;

/**
 * WhatsApp through Twilio: free text, buttons and lists within a day of the resident's last message, an approved template
 * after it. https://www.twilio.com/docs/whatsapp/api
 */
export function whatsappChannel(config: TwilioConfig, sender: string, twilio: Connection): Channel {
  const made = contents(
    config,
    connection({ ...config, timeoutMs: Math.min(timeoutOf(config), maxContentMs) }),
  );

  async function sendWithChoices(message: Outbound, from: string): Promise<SendResult> {
    const shape = shapeOf(message.text, message.choices);
    const contentSid = shape && (await made.sidOf(shape));
    if (!shape || !contentSid) return await sendWords(message, from, numbered(message));
    const result = await post(config, twilio, message, {
      from,
      contentSid,
      contentVariables: shape.contentVariables,
    });
    if (result.kind !== 'rejected' || result.reason !== 'templateInvalid') return result;
    made.drop(shape);
    return { kind: 'retryAfter', afterMs: withoutButtonsMs, reason: 'templateInvalid', code: result.code };
  }

  async function sendWords(message: Outbound, from: string, text: string): Promise<SendResult> {
    const body = text.toWellFormed();
    return body.length > maxLength
      ? refused('tooLong', true)
      : await post(config, twilio, message, { from, body });
  }

  return {
    name: 'whatsapp',
    capabilities: (address) => capabilities(config, address),

    async send(message) {
      if (!canWriteOnWhatsApp(message.address)) return refused('badAddress', true);
      const from = senderOf(message.account, sender);
      if (message.template !== null)
        return await post(config, twilio, message, { from, ...filled(message.template) });
      return message.choices.length > 0
        ? await sendWithChoices(message, from)
        : await sendWords(message, from, message.text);
    },

    price: ({ template }) => ({
      segments: null,
      millipence: Math.round((template === null ? config.pence.whatsapp : config.pence.template) * 1000),
    }),
    templateRef: (name, language) => config.templates[`${name}.${language}`] ?? null,
    fetchMedia: twilioMedia(config),
    forget: twilioForgetter(twilio),
    lookUp: (attempt) => lookUp(config, twilio, { ...attempt, text: attempt.text.toWellFormed() }),
  };
}

function filled({ ref, variables }: NonNullable<Outbound['template']>): Posted {
  return { contentSid: ref, contentVariables: contentVariables(variables) };
}

/** The sender that the resident wrote to answers them. */
function senderOf(account: string, sender: string): string {
  return isWhatsApp(account) && phoneIn(account) !== null ? account : onWhatsApp(sender);
}

/** As where a channel has no buttons. One button alone asks for no answer ("Finished"), so it is left out. */
function numbered({ text, choices }: Outbound): string {
  if (choices.length < 2) return text;
  return [text, ...choices.map(({ label }, index) => `${index + 1} ${label}`)].join('\n');
}

function capabilities(config: TwilioConfig, address: string): Capabilities {
  const { whatsapp: perSecond } = config.perSecond;
  return {
    receipts: true,
    confirmsStop: false,
    choices: 10,
    maxLength,
    reach: 'app',
    quietMs: 90_000,
    freeTextMs: 24 * 60 * 60_000,
    followUps: true,
    media: true,
    rate: { perSecond, burst: Math.max(1, Math.ceil(perSecond)) },
    phone: phoneIn(address),
  };
}

import type { Inbound, MediaRef } from '#channels/channel.ts';
import type { Choice } from '#domain/choices.ts';
import { storable } from '#domain/storable.ts';
import type { Phone } from './phone.ts';

interface Event {
  id: string;
  /** ms */
  at: number;
}

/** What a person typed, as the channel that this phone stands for would hand it over. */
export function said(phone: Phone, text: string, event: Event): Inbound {
  const words = storable(text);
  return { ...nothing(phone, event), ...(phone.manner === 'telegram' ? commandIn(words) : { text: words }) };
}

/** A file that a person sent, and the words beside it. */
export function sent(phone: Phone, text: string, media: MediaRef, event: Event): Inbound {
  return {
    ...nothing(phone, event),
    kind: 'media',
    text: storable(text),
    media: [media],
  };
}

/** A button that a person pressed: WhatsApp says its label as well, Telegram only its value. */
export function pressed(phone: Phone, choice: Choice, deliveryId: string, event: Event): Inbound {
  return {
    ...nothing(phone, event),
    kind: 'choice',
    text: phone.manner === 'telegram' ? '' : choice.label,
    choice: choice.value,
    replyTo: deliveryId,
  };
}

function nothing(phone: Phone, event: Event): Inbound {
  return {
    channel: 'simulator',
    account: 'simulator',
    dedupeKey: event.id,
    address: phone.address,
    kind: 'text',
    text: '',
    choice: null,
    media: [],
    replyTo: null,
    newAddress: null,
    sentAt: event.at,
    receivedAt: event.at,
  };
}

/** https://core.telegram.org/bots/features#global-commands, and /stop. */
function commandIn(text: string): Pick<Inbound, 'kind' | 'text'> {
  const [, name = '', payload = ''] = /^\/(start|stop|help)(?:\s+(.*))?$/is.exec(text.trim()) ?? [];
  if (name.toLowerCase() === 'start') return { kind: 'command', text: payload.trim() };
  if (name.toLowerCase() === 'stop') return { kind: 'optOut', text };
  if (name.toLowerCase() === 'help') return { kind: 'help', text };
  return { kind: 'text', text };
}

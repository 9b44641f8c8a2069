import { z } from 'zod';
import type { Receipt } from '#channels/channel.ts';
import { storable } from '#domain/storable.ts';
import { isWhatsApp } from './address.ts';
import type { Form } from './signature.ts';
import { stateOf } from './status.ts';

const field = z.string().transform(storable);

const status = z.looseObject({
  MessageSid: field.pipe(z.string().min(1)),
  MessageStatus: z.string().min(1),
  ErrorCode: field.optional(),
  From: z.string().optional(),
  To: z.string().optional(),
  ChannelPrefix: z.string().optional(),
});

/**
 * What a status callback says, from its form and the path it came to. A status that Twilio adds one day gives no
 * receipt rather than an error, because Twilio would only send it again; null where it is no status at all.
 */
export function receiptFrom(form: Form, path: string): Receipt[] | null {
  const parsed = status.safeParse(form);
  if (!parsed.success) return null;
  const { MessageSid, MessageStatus, ErrorCode, From, To, ChannelPrefix } = parsed.data;
  const state = stateOf(MessageStatus, ErrorCode ?? null);
  if (!state) return [];
  const attempt = new URL(path, 'http://localhost').searchParams.get('attempt');
  return [
    {
      channel: isWhatsApp(From) || isWhatsApp(To) || ChannelPrefix === 'whatsapp' ? 'whatsapp' : 'sms',
      providerId: MessageSid,
      attemptId: attempt === null ? null : storable(attempt),
      ...state,
    },
  ];
}

import { z } from 'zod';
import type { Receipt } from '#channels/channel.ts';
import { storable } from '#domain/storable.ts';
import { failureOf } from './errorCodes.ts';
import type { Form } from './signature.ts';

const field = z.string().transform(storable);

const status = z.looseObject({
  MessageSid: field.pipe(z.string().min(1)),
  MessageStatus: z.string().min(1),
  ErrorCode: field.optional(),
});

/** https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
const states: Record<string, Receipt['state']> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'rejected',
  failed: 'rejected',
  canceled: 'rejected',
};

/**
 * What a status callback says, from its form and the path it came to. A status that Twilio adds one day gives no
 * receipt rather than an error, because Twilio would only send it again; null where it is no status at all.
 */
export function receiptFrom(form: Form, path: string): Receipt[] | null {
  const parsed = status.safeParse(form);
  if (!parsed.success) return null;
  const { MessageSid, MessageStatus, ErrorCode } = parsed.data;
  const state = states[MessageStatus];
  if (!state) return [];
  const attempt = new URL(path, 'http://localhost').searchParams.get('attempt');
  const code = ErrorCode && ErrorCode !== '0' ? ErrorCode : null;
  return [
    {
      channel: 'sms',
      providerId: MessageSid,
      attemptId: attempt === null ? null : storable(attempt),
      state,
      reason: state === 'rejected' ? failureOf(code).reason : null,
      code,
    },
  ];
}

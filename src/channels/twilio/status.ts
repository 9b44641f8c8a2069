import type { Receipt } from '#channels/channel.ts';
import { failureOf } from './errorCodes.ts';

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

/** What a message's status says of its delivery; null for one that Twilio adds one day. */
export function stateOf(
  status: string,
  errorCode: string | null,
): Pick<Receipt, 'state' | 'reason' | 'code'> | null {
  const state = states[status];
  if (!state) return null;
  const code = errorCode && errorCode !== '0' ? errorCode : null;
  return { state, reason: state === 'rejected' ? failureOf(code).reason : null, code };
}

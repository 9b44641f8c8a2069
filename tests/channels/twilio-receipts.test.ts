import { describe, expect, test } from 'vitest';
import type { Receipt } from '#channels/channel.ts';
import { twilio } from '#channels/twilio/channel.ts';
import { ourNumber, receivedAt, resident } from './messages.ts';
import { config, signed } from './twilio-signed.ts';

const sid = `SM${'c3'.repeat(16)}`;
const path = '/webhooks/twilio/status?attempt=attempt-1';
const status = (MessageStatus: string, ErrorCode?: string) => ({
  SmsSid: sid,
  SmsStatus: MessageStatus,
  MessageStatus,
  To: resident,
  MessageSid: sid,
  AccountSid: config.accountSid,
  From: ourNumber,
  ApiVersion: '2010-04-01',
  ...(ErrorCode ? { ErrorCode } : {}),
});

const rows: [status: string, code: string | undefined, expected: Partial<Receipt>][] = [
  ['accepted', undefined, { state: 'accepted' }],
  ['scheduled', undefined, { state: 'accepted' }],
  ['queued', undefined, { state: 'accepted' }],
  ['sending', undefined, { state: 'accepted' }],
  ['sent', undefined, { state: 'sent' }],
  ['partially_delivered', undefined, { state: 'sent' }],
  ['delivered', undefined, { state: 'delivered' }],
  ['delivered', '0', { state: 'delivered' }],
  ['read', undefined, { state: 'read' }],
  ['canceled', undefined, { state: 'rejected', reason: 'other' }],
  ['failed', '21610', { state: 'rejected', reason: 'optedOut', code: '21610' }],
  ['undelivered', '30003', { state: 'rejected', reason: 'unreachable', code: '30003' }],
  ['undelivered', '30004', { state: 'rejected', reason: 'blocked', code: '30004' }],
  ['undelivered', '30005', { state: 'rejected', reason: 'unreachable', code: '30005' }],
  ['undelivered', '30006', { state: 'rejected', reason: 'badAddress', code: '30006' }],
  ['undelivered', '30007', { state: 'rejected', reason: 'filtered', code: '30007' }],
  ['failed', '63016', { state: 'rejected', reason: 'windowClosed', code: '63016' }],
  ['failed', '63018', { state: 'rejected', reason: 'rate', code: '63018' }],
  ['undelivered', '39999', { state: 'rejected', reason: 'other', code: '39999' }],
  ['undelivered', undefined, { state: 'rejected', reason: 'other' }],
];

describe('what a status callback becomes', () => {
  test.each(rows)('%s %s', async (name, code, expected) => {
    const verdict = await twilio(config).statusWebhook(signed(status(name, code), path), receivedAt);
    const receipt = {
      channel: 'sms',
      providerId: sid,
      attemptId: 'attempt-1',
      reason: null,
      code: null,
      ...expected,
    };
    expect(verdict).toMatchObject({ ok: true, inbounds: [], receipts: [receipt] });
  });

  test.each([
    ['by its sender', { From: `whatsapp:${ourNumber}`, To: `whatsapp:${resident}` }],
    ['to a user id', { From: `whatsapp:${ourNumber}`, To: 'whatsapp:GB.123' }],
    ['by the channel alone', { ChannelPrefix: 'whatsapp', EventType: 'READ' }],
  ])('of WhatsApp, known %s', async (_, fields) => {
    const form = { ...status('read'), ...fields };
    const verdict = await twilio(config).statusWebhook(signed(form, path), receivedAt);
    expect(verdict).toMatchObject({ ok: true, receipts: [{ channel: 'whatsapp', state: 'read' }] });
  });

  test('a status that Twilio adds one day is acknowledged and changes nothing', async () => {
    const verdict = await twilio(config).statusWebhook(signed(status('pondering'), path), receivedAt);
    expect(verdict).toMatchObject({ ok: true, receipts: [] });
  });

  test('a callback that names no attempt', async () => {
    const request = signed(status('sent'), '/webhooks/twilio/status');
    const verdict = await twilio(config).statusWebhook(request, receivedAt);
    expect(verdict).toMatchObject({ ok: true, receipts: [{ providerId: sid, attemptId: null }] });
  });

  test('an attempt id changed on the way is refused', async () => {
    const request = { ...signed(status('sent'), path), path: path.replace('attempt-1', 'attempt-2') };
    expect(await twilio(config).statusWebhook(request, receivedAt)).toMatchObject({
      ok: false,
      status: 403,
    });
  });

  test('signed, but no status', async () => {
    const request = signed({ MessageSid: sid, From: resident }, path);
    expect(await twilio(config).statusWebhook(request, receivedAt)).toMatchObject({
      ok: false,
      status: 400,
    });
  });
});

import { expect, test } from 'vitest';
import { twilio } from '#channels/twilio/channel.ts';
import { ourNumber, receivedAt, resident } from './messages.ts';
import { type Payload, sid, smsPayloads, whatsappPayloads } from './twilio-payloads.ts';
import { config, signed } from './twilio-signed.ts';

const channels = twilio({ ...config, whatsappFrom: ourNumber });

async function inboundOf(form: Record<string, string>) {
  const verdict = await channels.webhook(signed(form), receivedAt);
  if (!verdict.ok) throw new Error(verdict.why);
  return verdict.inbounds;
}

test('there are at least seventy of them', () => {
  expect(smsPayloads.length + whatsappPayloads.length).toBeGreaterThanOrEqual(70);
});

test.each<Payload>(smsPayloads)('by text: %s', async (_, form, expected) => {
  const common = { channel: 'sms', account: ourNumber, address: resident, dedupeKey: sid, choice: null };
  const [inbound, ...more] = await inboundOf(form);
  expect(inbound).toMatchObject({ ...common, ...expected });
  expect(inbound).not.toHaveProperty('identityKeys');
  expect(more).toEqual([]);
});

test.each<Payload>(whatsappPayloads)('by WhatsApp: %s', async (_, form, expected) => {
  const [inbound, ...more] = await inboundOf(form);
  expect(inbound).toMatchObject({ channel: 'whatsapp', dedupeKey: sid, providerId: sid, ...expected });
  expect(more).toEqual([]);
});

test.each(whatsappPayloads)('nobody’s name and no advertisement is kept: %s', async (_, form) => {
  const kept = JSON.stringify(await inboundOf(form));
  expect(kept).not.toMatch(/Somebody|Your council|fb\.example|ME7/);
});

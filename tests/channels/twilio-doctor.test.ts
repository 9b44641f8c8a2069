import { describe, expect, onTestFinished, test } from 'vitest';
import type { Check } from '#channels/channel.ts';
import { twilio } from '#channels/twilio/channel.ts';
import type { TwilioConfig } from '#channels/twilio/settings.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';
import type { TwilioContent, TwilioSetup } from '#tests/support/providers/twilio-setup.ts';
import { ourNumber } from './messages.ts';
import { acceptThenReset, json, page, scripted } from './scripted.ts';
import { config } from './twilio-signed.ts';

const ours = 'https://hearback.example/webhooks/twilio';
const service = `MG${'b'.repeat(32)}`;
const followUp = `HX${'c'.repeat(32)}`;
const reminder = `HX${'d'.repeat(32)}`;

const number = (changes: object = {}) => ({
  sid: `PN${'a'.repeat(32)}`,
  phone_number: ourNumber,
  capabilities: { sms: true },
  sms_url: ours,
  sms_method: 'POST',
  sms_application_sid: '',
  ...changes,
});
const pool = (changes: object = {}) => ({
  sid: service,
  inbound_request_url: ours,
  inbound_method: 'POST',
  use_inbound_webhook_on_number: false,
  numbers: [number().sid],
  ...changes,
});
const sender = (changes: object = {}) => ({
  sid: `XE${'e'.repeat(32)}`,
  sender_id: `whatsapp:${ourNumber}`,
  status: 'ONLINE',
  webhook: { callback_url: ours, callback_method: 'POST' },
  ...changes,
});
const content = (changes: Partial<TwilioContent> = {}): TwilioContent => ({
  sid: followUp,
  friendly_name: 'follow_up',
  language: 'en_GB',
  types: { 'twilio/text': { body: '{{1}}: you told us about {{2}}. {{3}} Reply if it is not right.' } },
  approval: 'approved',
  ...changes,
});

async function open(setUp: (setup: TwilioSetup) => void, changes: Partial<TwilioConfig> = {}) {
  const double = await startTwilioDouble(config);
  onTestFinished(() => double.close());
  setUp(double.setup);
  const channels = twilio({
    ...config,
    whatsappFrom: ourNumber,
    templates: { 'followUp.en': followUp },
    apiBaseUrl: double.origin,
    ...changes,
  });
  return { ...channels, setup: double.setup };
}

const bad = (checks: Check[] | undefined) => checks?.filter(({ state }) => state !== 'ok');

describe('texts', () => {
  test('all is well', async () => {
    const { sms } = await open((setup) => setup.numbers.push(number()));
    const checks = await sms.check?.();
    expect(checks?.map(({ what, state }) => [what, state])).toEqual([
      ['Twilio account', 'ok'],
      ['Clock', 'ok'],
      ['Number for texts', 'ok'],
      ['Webhook of the number', 'ok'],
    ]);
    expect(JSON.stringify(checks)).not.toContain(config.authToken);
  });

  test.each<[string, object, RegExp]>([
    ['leads elsewhere', { sms_url: 'https://u:secret@demo.example/x' }, /leads to demo\.example/],
    ['is not set', { sms_url: '' }, /None is set/],
    ['is called by GET', { sms_method: 'GET' }, /by GET/],
    ['is an application', { sms_application_sid: 'AP1' }, /None is set/],
  ])('the webhook of the number %s, and is put right', async (_, changes, expected) => {
    const { sms, setup } = await open((one) => one.numbers.push(number(changes)));
    const [found, ...more] = bad(await sms.check?.()) ?? [];
    expect(found).toMatchObject({ what: 'Webhook of the number', state: 'problem', fixable: true });
    expect(found?.found).toMatch(expected);
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(more).toEqual([]);
    expect(await sms.register?.()).toMatchObject([{ state: 'ok', found: `It was set to ${ours} by POST.` }]);
    expect(setup.numbers).toEqual([number()]);
    expect(bad(await sms.check?.())).toEqual([]);
    expect(await sms.register?.()).toMatchObject([{ state: 'ok', found: `It is ${ours} by POST.` }]);
  });

  test.each<[string, (setup: TwilioSetup) => void, Partial<TwilioConfig>, RegExp]>([
    ['not ours', () => {}, {}, /not a number of this account/],
    [
      'without SMS',
      (one) => one.numbers.push(number({ capabilities: { sms: false } })),
      {},
      /takes no texts/,
    ],
    ['a name', () => {}, { from: 'MyCouncil' }, /residents cannot write/],
    ['of a service that is not ours', () => {}, { messagingServiceSid: service }, /no such thing/],
    [
      'of an empty service',
      (one) => one.services.push(pool({ numbers: [] })),
      { messagingServiceSid: service },
      /no number to send from/,
    ],
  ])('the number is %s', async (_, setUp, changes, found) => {
    const { sms } = await open(setUp, changes);
    const problems = bad(await sms.check?.()) ?? [];
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ found: expect.stringMatching(found), remedy: expect.any(String) });
    expect(bad(await sms.register?.())).toHaveLength(1);
  });

  test('a service’s own webhook is checked and set', async () => {
    const { sms, setup } = await open(
      (one) => one.services.push(pool({ inbound_request_url: null, inbound_method: 'GET' })),
      { messagingServiceSid: service },
    );
    expect(bad(await sms.check?.())).toMatchObject([
      { what: 'Webhook of the messaging service', fixable: true },
    ]);
    await sms.register?.();
    expect(setup.services).toEqual([pool()]);
    expect(bad(await sms.check?.())).toEqual([]);
  });

  test('a service that leaves it to its numbers: theirs are checked and set', async () => {
    const { sms, setup } = await open(
      (one) => {
        one.services.push(pool({ inbound_request_url: null, use_inbound_webhook_on_number: true }));
        one.numbers.push(number({ sms_url: 'https://demo.example/' }));
      },
      { messagingServiceSid: service },
    );
    expect(bad(await sms.check?.())).toMatchObject([{ what: 'Webhook of the number' }]);
    await sms.register?.();
    expect(setup.numbers).toEqual([number()]);
  });

  test('an address that Twilio cannot reach is never set', async () => {
    const { sms, setup } = await open((one) => one.numbers.push(number({ sms_url: '' })), {
      publicUrl: 'http://localhost:3000',
    });
    expect(bad(await sms.check?.())).toMatchObject([
      { found: expect.stringContaining('cannot reach'), fixable: false },
    ]);
    expect(await sms.register?.()).toMatchObject([{ state: 'problem' }]);
    expect(setup.numbers[0]?.sms_url).toBe('');
  });

  test.each([
    ['suspended', 'Full', 'problem', /suspended/],
    ['active', 'Trial', 'warning', /trial/],
  ])('an account that is %s and %s', async (status, type, state, found) => {
    const { sms } = await open((setup) => {
      setup.account = { status, type };
      setup.numbers.push(number());
    });
    expect(bad(await sms.check?.())).toMatchObject([{ state, found: expect.stringMatching(found) }]);
  });

  test.each([
    [61, 'ahead of'],
    [-90, 'behind'],
  ])('our clock is %i seconds off', async (seconds, how) => {
    const clock = { now: () => Date.now() + seconds * 1000 + 500 };
    const { sms } = await open((setup) => setup.numbers.push(number()), { clock });
    expect(bad(await sms.check?.())).toMatchObject([{ what: 'Clock', found: expect.stringContaining(how) }]);
  });

  test.each([
    ['refuses us', json(401, { code: 20003 }), 'problem', /refuses our credentials/],
    ['fails', page(500, ''), 'warning', /answered 500/],
    ['breaks off', acceptThenReset, 'warning', /did not answer/],
  ])('Twilio %s', async (_, answer, state, found) => {
    const { url } = await scripted(answer);
    const { sms, whatsapp } = twilio({ ...config, whatsappFrom: ourNumber, apiBaseUrl: url });
    for (const checks of [await sms.check?.(), await sms.register?.(), await whatsapp?.register?.()])
      for (const check of checks ?? [])
        expect(check).toMatchObject({ state, found: expect.stringMatching(found), fixable: false });
  });
});

describe('WhatsApp', () => {
  const ready = (setup: TwilioSetup) => {
    setup.senders.push(sender());
    setup.contents.push(content());
  };

  test('all is well', async () => {
    const { whatsapp } = await open(ready);
    const checks = await whatsapp?.check?.();
    expect(checks?.map(({ what, state }) => [what, state])).toEqual([
      ['WhatsApp sender', 'ok'],
      ['Webhook of the WhatsApp sender', 'ok'],
      ['WhatsApp template followUp.en', 'ok'],
    ]);
  });

  test.each<[string, object[], RegExp]>([
    ['not ours', [], /not a WhatsApp sender of this account/],
    ['offline', [sender({ status: 'OFFLINE' })], /It is offline/],
    ['not verified', [sender({ status: 'PENDING_VERIFICATION' })], /It is pending verification/],
    ['called elsewhere', [sender({ webhook: null })], /None is set/],
  ])('the sender is %s', async (_, senders, found) => {
    const { whatsapp } = await open((setup) => {
      setup.contents.push(content());
      setup.senders = senders as TwilioSetup['senders'];
    });
    expect(bad(await whatsapp?.check?.())).toMatchObject([{ found: expect.stringMatching(found) }]);
  });

  test('the webhook of the sender is set', async () => {
    const { whatsapp, setup } = await open((one) => {
      ready(one);
      one.senders = [sender({ webhook: null })];
    });
    expect(await whatsapp?.register?.()).toMatchObject([{ state: 'ok' }]);
    expect(setup.senders).toEqual([sender()]);
  });

  test.each<[string, Partial<TwilioContent>, RegExp]>([
    ['is not there', { sid: reminder }, /no such thing/],
    ['is in another language', { language: 'cy' }, /in cy, not in en/],
    [
      'has too few variables',
      { types: { 'twilio/text': { body: '{{1}} and {{2}}' } } },
      /2 variables.*fills 3/,
    ],
    ['waits for Meta', { approval: 'pending' }, /pending/],
    ['was rejected', { approval: 'rejected' }, /rejected/],
    ['was never submitted', { approval: null }, /unsubmitted/],
  ])('a template that %s', async (_, changes, found) => {
    const { whatsapp } = await open((setup) => {
      setup.senders.push(sender());
      setup.contents.push(content(changes));
    });
    expect(bad(await whatsapp?.check?.())).toMatchObject([
      { what: 'WhatsApp template followUp.en', state: 'problem', found: expect.stringMatching(found) },
    ]);
  });

  test('a reminder has two variables; without a template for follow-ups few hear back', async () => {
    const { whatsapp } = await open(
      (setup) => {
        setup.senders.push(sender());
        setup.contents.push(
          content({ sid: reminder, language: 'cy', types: { 'twilio/text': { body: '{{1}}, {{ 2 }}!' } } }),
        );
      },
      { templates: { 'reminder.cy': reminder } },
    );
    expect(bad(await whatsapp?.check?.())).toMatchObject([{ state: 'warning', what: 'WhatsApp templates' }]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Outbound } from '#channels/channel.ts';
import { simulator } from '#channels/simulator/channel.ts';
import type { Store } from '#store/db.ts';
import { testClock, testIds } from '#tests/support/clock.ts';
import { nineThirty } from './town.ts';

/** These never ask the database. */
const phones = () =>
  simulator({ store: {} as Store, clock: testClock(nineThirty), newId: testIds('phones'), folder: '' });

const message = (address: string, changes: Partial<Outbound> = {}): Outbound => ({
  ...{ deliveryId: 'd1', attemptId: 'a1', address, account: 'simulator', purpose: 'reply', expiresAt: null },
  ...{ text: 'Tell us about your high street.', choices: [], template: null },
  ...changes,
});
const choices = (many: number) => Array.from({ length: many }, (_, n) => ({ value: `v${n}`, label: `${n}` }));

describe('phones', () => {
  test('each is somebody else, with a number that nobody has', () => {
    const { newPhone } = phones();
    const [one, two] = [newPhone('sms'), newPhone('sms')];
    expect(one.address).not.toBe(two.address);
    expect(one.number).toMatch(/^07700 900\d{3}$/);
  });

  test('a phone is found again by its address', () => {
    const { newPhone, phoneAt } = phones();
    const phone = newPhone('whatsapp');
    expect(phoneAt(phone.address)).toEqual(phone);
  });

  test.each([
    '',
    'sms',
    'sms:',
    'sms:short',
    'fax:01234567-0123-0123-0123-0123456789ab',
    'sms:01234567-0123-0123-0123-0123456789ab,x',
    `sms:${'x'.repeat(65)}`,
    'sms:../../../../../../etc/passwd',
  ])('there is none at "%s"', (address) => {
    expect(phones().phoneAt(address)).toBeNull();
  });

  test.each([
    ['sms', 0, 180_000],
    ['whatsapp', 10, 90_000],
    ['telegram', 8, 90_000],
  ] as const)('%s has %d buttons and waits %d ms', (manner, buttons, quietMs) => {
    const { newPhone, capabilities } = phones();
    expect(capabilities(newPhone(manner).address)).toMatchObject({ choices: buttons, quietMs });
  });
});

describe('sending', () => {
  test('is accepted at once, and whoever looks at that phone hears of it', async () => {
    const { newPhone, send, onSent } = phones();
    const [one, two] = [newPhone('sms'), newPhone('sms')];
    const heard: string[] = [];
    const stop = onSent(one.address, ({ text }) => heard.push(text));
    onSent(two.address, () => heard.push('on the other phone'));
    expect(await send(message(one.address, { text: 'Hello' }))).toEqual({
      kind: 'accepted',
      providerId: 'd1',
      segments: null,
    });
    stop();
    await send(message(one.address, { text: 'Anyone?' }));
    expect(heard).toEqual(['Hello']);
  });

  test.each([
    ['to no phone', 'sms:nobody', {}, 'badAddress'],
    ['more than a text holds', null, { text: 'x'.repeat(1601) }, 'tooLong'],
    ['buttons where there are none', null, { choices: choices(1) }, 'other'],
  ])('%s is refused for good', async (_, address, changes, reason) => {
    const { newPhone, send } = phones();
    expect(await send(message(address ?? newPhone('sms').address, changes))).toEqual({
      kind: 'rejected',
      reason,
      code: null,
      permanent: true,
    });
  });

  test('Telegram takes longer messages and eight buttons, not nine', async () => {
    const { newPhone, send } = phones();
    const { address } = newPhone('telegram');
    const long = { text: 'x'.repeat(4096), choices: choices(8) };
    expect(await send(message(address, long))).toMatchObject({ kind: 'accepted' });
    expect(await send(message(address, { choices: choices(9) }))).toMatchObject({ kind: 'rejected' });
  });
});

describe('what a person does', () => {
  test.each([
    ['sms', 'The kerb is too high', { kind: 'text', text: 'The kerb is too high' }],
    ['sms', '/start', { kind: 'text', text: '/start' }],
    ['sms', 'STOP', { kind: 'text', text: 'STOP' }],
    ['telegram', '/start', { kind: 'command', text: '' }],
    ['telegram', '/start highstreet', { kind: 'command', text: 'highstreet' }],
    ['telegram', '/STOP', { kind: 'optOut', text: '/STOP' }],
    ['telegram', '/help', { kind: 'help', text: '/help' }],
    ['telegram', '/started late', { kind: 'text', text: '/started late' }],
    [
      'whatsapp',
      'half a pair \ud83d and a NUL \0',
      { kind: 'text', text: 'half a pair \ufffd and a NUL \ufffd' },
    ],
  ] as const)('%s: %s', (manner, text, expected) => {
    const { newPhone, said } = phones();
    const phone = newPhone(manner);
    expect(said(phone, text)).toEqual({
      ...{
        channel: 'simulator',
        account: 'simulator',
        address: phone.address,
        dedupeKey: expect.any(String),
      },
      ...{ choice: null, media: [], replyTo: null, newAddress: null },
      ...{ sentAt: nineThirty, receivedAt: nineThirty },
      ...expected,
    });
  });

  test.each([
    ['whatsapp', 'By bus'],
    ['telegram', ''],
  ] as const)('a button that is pressed on %s', (manner, text) => {
    const { newPhone, pressed } = phones();
    const inbound = pressed(newPhone(manner), { value: 'bus', label: 'By bus' }, 'd1');
    expect(inbound).toMatchObject({ kind: 'choice', choice: 'bus', replyTo: 'd1', text });
  });

  test('the same words twice are two messages', () => {
    const { newPhone, said } = phones();
    const phone = newPhone('sms');
    expect(said(phone, 'yes').dedupeKey).not.toBe(said(phone, 'yes').dedupeKey);
  });
});

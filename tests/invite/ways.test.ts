import { describe, expect, test } from 'vitest';
import { readConfig } from '#config.ts';
import { segmentsOf } from '#domain/segments.ts';
import { beginsIn } from '#invite/beginning.ts';
import { invitationIn } from '#invite/invitation.ts';
import { numberInWords } from '#invite/number.ts';
import { startApp } from '#tests/support/app.ts';
import { ourNumbers, waysIn } from '#waysIn.ts';
import { highStreet, highStreetInSix } from './high-street.ts';

const everywhere = {
  INVITE_SMS: '+447700900123',
  INVITE_WHATSAPP: '+447700900456',
  TELEGRAM_BOT_NAME: '@example_bot',
  WEBCHAT_URL: 'https://listen.example.org/chat/',
};

function linksOf(env: Record<string, string>, flow = highStreet(), language: 'en' | 'cy' | 'ur' = 'en') {
  const config = readConfig(env);
  const invitation = invitationIn(flow, language, {
    organisation: config.organisation,
    contact: null,
    ways: waysIn(config).open,
    firstFlow: flow.id,
  });
  return Object.fromEntries(invitation?.doors.map(({ channel, link }) => [channel, link]) ?? []);
}

test('each way in opens with the keyword of its language, in a form that phones of all makes read', () => {
  expect(linksOf(everywhere)).toEqual({
    sms: 'sms:+447700900123?&body=HIGHSTREET',
    whatsapp: 'https://wa.me/447700900456?text=HIGHSTREET',
    telegram: 'https://t.me/example_bot?start=high-street',
    webchat: 'https://listen.example.org/chat',
    simulator: 'http://localhost:3000/simulator/begin?words=HIGHSTREET',
  });
  expect(linksOf(everywhere, highStreet(), 'cy')).toMatchObject({
    sms: 'sms:+447700900123?&body=STRYD%20FAWR',
    whatsapp: 'https://wa.me/447700900456?text=STRYD%20FAWR',
    telegram: 'https://t.me/example_bot?start=STRYD_FAWR',
  });
});

test('a keyword that Telegram cannot carry leaves the flow to its id', () => {
  expect(linksOf(everywhere, highStreetInSix(), 'ur')).toMatchObject({
    sms: 'sms:+447700900123?&body=%D8%B3%DA%91%DA%A9',
    telegram: 'https://t.me/example_bot?start=high-street',
  });
});

test('what a link fills in begins the flow in that language', async () => {
  const { services } = await startApp();
  const { flows } = services;
  expect(flows.byKeyword('STRYD FAWR')).toMatchObject({ language: 'cy' });
  expect(flows.byLink('STRYD_FAWR')).toMatchObject({ language: 'cy' });
  expect(flows.byLink('high-street')?.version.flow.id).toBe('high-street');
});

test('the number that texts are sent from is the one to text', () => {
  const twilio = {
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'secret',
  };
  expect(linksOf({ ...twilio, TWILIO_FROM: '+447700900789' })).toMatchObject({
    sms: 'sms:+447700900789?&body=HIGHSTREET',
  });
  // Nobody can answer a name.
  expect(linksOf({ ...twilio, TWILIO_FROM: 'Council', INVITE_SMS: '+447700900123' })).toMatchObject({
    sms: 'sms:+447700900123?&body=HIGHSTREET',
  });
});

test('the number that WhatsApp messages are sent from is the one to write to, unless another is named', () => {
  const twilio = {
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'secret',
    TWILIO_FROM: '+447700900789',
    TWILIO_WHATSAPP_FROM: '+447700900456',
  };
  expect(linksOf(twilio)).toMatchObject({ whatsapp: 'https://wa.me/447700900456?text=HIGHSTREET' });
  expect(linksOf({ ...twilio, INVITE_WHATSAPP: '+447700900123' })).toMatchObject({
    whatsapp: 'https://wa.me/447700900123?text=HIGHSTREET',
  });
});

test('where else somebody may write is said as they dial it, with what it is', () => {
  const numbers = (env: Record<string, string>) => ourNumbers(readConfig(env));
  expect(numbers(everywhere)).toEqual([
    '07700 900123 (SMS)',
    '07700 900456 (WhatsApp)',
    '@example_bot (Telegram)',
  ]);
  const one = '+447700900123';
  expect(numbers({ INVITE_SMS: one, INVITE_WHATSAPP: one })).toEqual(['07700 900123 (SMS, WhatsApp)']);
  expect(numbers({})).toEqual([]);
  // These go by SMS as well, where one character that is not in its alphabet makes every text dearer.
  expect(segmentsOf(numbers(everywhere).join(', ')).encoding).toBe('GSM-7');
});

test('what is not set is named, and the simulator stands in where it is served', () => {
  const { open, unset } = waysIn(readConfig({}));
  expect(open.map(({ channel }) => channel)).toEqual(['simulator']);
  expect(unset.map(({ setting }) => setting)).toEqual([
    'INVITE_SMS',
    'INVITE_WHATSAPP',
    'TELEGRAM_BOT_NAME',
    'WEBCHAT_URL',
  ]);
  expect(waysIn(readConfig({ PUBLIC_URL: 'https://listen.example.org' })).open).toEqual([]);
});

test.each([
  ['INVITE_SMS', '07700 900123', 'write the number as +447700900000'],
  ['INVITE_WHATSAPP', '123', 'write the number as +447700900000'],
  ['TELEGRAM_BOT_NAME', 'not a name', 'write the name that BotFather gave it'],
  ['WEBCHAT_URL', 'listen.example.org', 'write a web address'],
])('%s=%s is refused', (name, value, why) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name}: ${why}`);
});

describe('the keyword', () => {
  test('stands in capitals as its language has them', () => {
    const flow = highStreetInSix();
    const words = flow.languages.map((language) => beginsIn(flow, language, true)?.word);
    expect(words).toEqual(['HIGHSTREET', 'STRYD FAWR', 'ULICA GŁÓWNA', 'STRADĂ', 'রাস্তা', 'سڑک']);
  });

  test('comes from another language where this one has none, and says which', () => {
    const flow = highStreet({ keywords: { en: ['highstreet'] } });
    expect(beginsIn(flow, 'cy', false)).toMatchObject({ word: 'HIGHSTREET', wordLanguage: 'en' });
  });

  test('is not needed for the flow that everything else begins; any other cannot be begun without', () => {
    const flow = highStreet({ keywords: {} });
    expect(beginsIn(flow, 'en', true)).toMatchObject({ word: null });
    expect(beginsIn(flow, 'en', false)).toBeNull();
    expect(linksOf(everywhere, flow)).toMatchObject({
      sms: 'sms:+447700900123',
      whatsapp: 'https://wa.me/447700900456',
      telegram: 'https://t.me/example_bot?start=high-street',
    });
  });
});

test.each([
  ['+447700900123', '07700 900123'],
  ['+441632960001', '01632 960001'],
  ['+441974298123', '01974 298123'],
  ['+441214960000', '0121 496 0000'],
  ['+441134960000', '0113 496 0000'],
  ['+442079460000', '020 7946 0000'],
  ['+443031231113', '0303 123 1113'],
  ['+353201234567', '+353201234567'],
])('%s is printed as %s', (number, printed) => {
  expect(numberInWords(number).replaceAll('\u00a0', ' ')).toBe(printed);
});

import { describe, expect, onTestFinished, test } from 'vitest';
import { twilio } from '#channels/twilio/channel.ts';
import type { TwilioConfig } from '#channels/twilio/settings.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';
import { outbound, resident } from './messages.ts';
import { config } from './twilio-signed.ts';

async function bodySent(text: string, changes: Partial<TwilioConfig> = {}) {
  const double = await startTwilioDouble(config);
  onTestFinished(() => double.close());
  const { sms } = twilio({ ...config, apiBaseUrl: double.origin, ...changes });
  await sms.send(outbound({ text }));
  expect(double.posts).toHaveLength(1);
  return double.posts[0]?.body;
}

describe('plain punctuation', () => {
  const on = { plainPunctuation: true };

  test.each([
    ['‘it’s’ “so” – far — off… • one\u00a0two\u2009three', "'it's' \"so\" - far - off... - one two three"],
    ['zero\u200bwidth and soft\u00adhyphen', 'zerowidth and softhyphen'],
    ['caffè £5 €6 {ok}', 'caffè £5 €6 {ok}'],
    ['it’s the tŷ', 'it’s the tŷ'],
    ['Dŵr a thŷ', 'Dŵr a thŷ'],
    ['it’s fine 👍', 'it’s fine 👍'],
    ['łódź “tu”', 'łódź “tu”'],
  ])('%s', async (text, sent) => {
    expect(await bodySent(text, on)).toBe(sent);
  });

  test('off, everything goes as it was written', async () => {
    expect(await bodySent('it’s')).toBe('it’s');
  });
});

test('what a text costs, by segments, as it would be sent', () => {
  const long = `it’s ${'a'.repeat(66)}`;
  const price = (changes: Partial<TwilioConfig>) =>
    twilio({ ...config, ...changes }).sms.price?.(outbound({ text: long }));
  expect(price({})).toEqual({ segments: 2, millipence: 8000 });
  expect(price({ plainPunctuation: true })).toEqual({ segments: 1, millipence: 4000 });
  expect(price({ pence: { sms: 3.5, whatsapp: 0, template: 0 } })).toEqual({
    segments: 2,
    millipence: 7000,
  });
});

test.each<[string, Partial<TwilioConfig>, object]>([
  ['a number', {}, { perSecond: 1, burst: 1 }],
  ['a service', { messagingServiceSid: 'MG1' }, { perSecond: 10, burst: 10 }],
  ['a setting', { perSecond: { sms: 0.5, whatsapp: 80 } }, { perSecond: 0.5, burst: 1 }],
])('how many texts a second: by %s', (_, changes, rate) => {
  const { sms } = twilio({ ...config, ...changes });
  expect(sms.capabilities(resident).rate).toEqual(rate);
  expect(sms.capabilities('60777').phone).toBeNull();
  expect(sms.templateRef).toBeUndefined();
});

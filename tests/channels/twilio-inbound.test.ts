import { describe, expect, test } from 'vitest';
import type { Inbound } from '#channels/channel.ts';
import { twilio } from '#channels/twilio/channel.ts';
import { ourNumber, plain, receivedAt, resident } from './messages.ts';
import { config, signed } from './twilio-signed.ts';

const sid = `SM${'a1'.repeat(16)}`;
const service = `MG${'b2'.repeat(16)}`;

/** The fields of a real text to a UK number. */
const text = {
  ToCountry: 'GB',
  ToState: '',
  SmsMessageSid: sid,
  NumMedia: '0',
  ToCity: '',
  FromZip: '',
  SmsSid: sid,
  FromState: '',
  SmsStatus: 'received',
  FromCity: '',
  Body: 'The number 9 bus never comes',
  FromCountry: 'GB',
  To: ourNumber,
  ToZip: '',
  NumSegments: '1',
  MessageSid: sid,
  AccountSid: config.accountSid,
  From: resident,
  ApiVersion: '2010-04-01',
};
const photo = {
  ...text,
  NumMedia: '1',
  MediaUrl0: 'https://api.twilio.com/2010-04-01/Accounts/AC/Messages/MM/Media/ME1',
  MediaContentType0: 'image/jpeg',
};
const place = { ...text, Body: '', Latitude: '51.5007', Longitude: '-0.1246' };
const media1 = { ref: photo.MediaUrl0, contentType: 'image/jpeg' };
const said = (Body: string) => ({ ...text, Body });

const rows: [name: string, form: Record<string, string>, expected: Partial<Inbound>][] = [
  ['a text', text, { kind: 'text', text: 'The number 9 bus never comes' }],
  ['a text without words', said(''), { kind: 'text' }],
  ['emoji and Welsh', said('Dim bws 🚌, siŵr'), { kind: 'text', text: 'Dim bws 🚌, siŵr' }],
  ['lines, plus, percent, ampersand', said('1+1\n50% & more'), { kind: 'text', text: '1+1\n50% & more' }],
  ['NUL', said('bus\0stop'), { kind: 'text', text: 'bus\uFFFDstop' }],
  [
    'zero width and right to left are kept',
    said('a\u200Bb\u202Ec'),
    { kind: 'text', text: 'a\u200Bb\u202Ec' },
  ],
  ['a very long one', said('x'.repeat(100_000)), { kind: 'text', text: 'x'.repeat(100_000) }],
  [
    'fields that Twilio adds one day',
    { ...text, Rating: '5', __proto__x: 'y' },
    { kind: 'text', text: text.Body },
  ],
  ['Advanced Opt-Out: STOP', { ...said('Stop'), OptOutType: 'STOP' }, { kind: 'optOut', text: 'Stop' }],
  ['Advanced Opt-Out: START', { ...said('YES'), OptOutType: 'START' }, { kind: 'optIn', text: 'YES' }],
  ['Advanced Opt-Out: HELP', { ...said('help'), OptOutType: 'HELP' }, { kind: 'help', text: 'help' }],
  [
    'Advanced Opt-Out: our own word',
    { ...said('ATAL'), OptOutType: 'STOP' },
    { kind: 'optOut', text: 'ATAL' },
  ],
  [
    'Advanced Opt-Out: a type we do not know',
    { ...text, OptOutType: 'PAUSE' },
    { kind: 'text', text: text.Body },
  ],
  ['STOP that Twilio acts on and does not mark', said('stop'), { kind: 'optOut', text: 'stop' }],
  ['STOP with spaces', said(' STOP \n'), { kind: 'optOut', text: ' STOP \n' }],
  ['END, which Twilio takes for STOP', said('End'), { kind: 'optOut', text: 'End' }],
  ['START', said('START'), { kind: 'optIn', text: 'START' }],
  ['INFO', said('Info'), { kind: 'help', text: 'Info' }],
  ['YES is an answer', said('YES'), { kind: 'text', text: 'YES' }],
  ['STOP within a sentence', said('the bus stop'), { kind: 'text', text: 'the bus stop' }],
  ['a photo', { ...photo, Body: '' }, { kind: 'media', media: [media1] }],
  ['a photo with words', photo, { kind: 'media', text: text.Body, media: [media1] }],
  [
    'two files, one of unknown kind',
    { ...photo, NumMedia: '2', MediaUrl1: 'https://api.twilio.com/ME2' },
    {
      kind: 'media',
      text: text.Body,
      media: [media1, { ref: 'https://api.twilio.com/ME2', contentType: null }],
    },
  ],
  ['a file that is announced and missing', { ...text, NumMedia: '1' }, { kind: 'media', text: text.Body }],
  ['a count of files that is no number', { ...text, NumMedia: 'many' }, { kind: 'text', text: text.Body }],
  ['a place', place, { kind: 'location', text: 'Location: 51.5007, -0.1246', media: [] }],
  [
    'a place with a name',
    { ...place, Label: 'City Hall', Address: 'Cathays Park' },
    { kind: 'location', text: 'Location: 51.5007, -0.1246, City Hall, Cathays Park' },
  ],
  [
    'a place with words',
    { ...place, Body: 'here' },
    { kind: 'location', text: 'here\nLocation: 51.5007, -0.1246', media: [] },
  ],
  [
    'a reply to one of ours',
    { ...text, OriginalRepliedMessageSid: 'SM1' },
    { kind: 'text', text: text.Body, replyTo: 'SM1' },
  ],
  [
    'to a messaging service: the number that was written to',
    { ...text, MessagingServiceSid: service },
    { kind: 'text', text: text.Body, account: ourNumber },
  ],
  ['no words at all', { MessageSid: sid, From: resident, To: ourNumber }, { kind: 'text' }],
  [
    'without a number of ours: the service',
    { MessageSid: sid, From: resident, MessagingServiceSid: service, Body: 'hi' },
    { kind: 'text', text: 'hi', account: service },
  ],
  [
    'WhatsApp, which is not here yet: kept, and nobody is taken for a phone',
    { ...text, From: `whatsapp:${resident}`, To: `whatsapp:${ourNumber}` },
    {
      kind: 'unsupported',
      text: text.Body,
      address: `whatsapp:${resident}`,
      account: `whatsapp:${ourNumber}`,
    },
  ],
  [
    'a name that cannot be answered',
    { ...text, From: 'MYBANK' },
    { kind: 'unsupported', text: text.Body, address: 'MYBANK' },
  ],
  ['a short code', { ...text, From: '60777' }, { kind: 'unsupported', text: text.Body, address: '60777' }],
];

describe('what a Twilio message becomes', () => {
  test.each(rows)('%s', async (_, form, expected) => {
    const verdict = await twilio(config).webhook(signed(form), receivedAt);
    expect(verdict).toEqual({
      ok: true,
      inbounds: [
        {
          ...plain,
          channel: 'sms',
          account: ourNumber,
          address: resident,
          dedupeKey: sid,
          providerId: sid,
          ...expected,
        },
      ],
      receipts: [],
      reply: {
        contentType: expect.stringContaining('text/xml'),
        body: expect.stringContaining('<Response/>'),
      },
    });
  });

  test('bytes that are no UTF-8 become well-formed text', async () => {
    const form = { ...text, Body: '\uFFFD' };
    const request = signed(form);
    request.rawBody = Buffer.from(request.rawBody.toString().replace('%EF%BF%BD', '%FF'));
    const verdict = await twilio(config).webhook(request, receivedAt);
    expect(verdict).toMatchObject({ ok: true, inbounds: [{ text: '\uFFFD' }] });
  });

  test('ten thousand fields are all part of the signature', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`Extra${n}`, String(n)]));
    const verdict = await twilio(config).webhook(signed({ ...text, ...many }), receivedAt);
    expect(verdict).toMatchObject({ ok: true, inbounds: [{ text: text.Body }] });
  });

  test.each([
    ['no From', { MessageSid: sid, Body: 'hi' }],
    ['no MessageSid', { From: resident, Body: 'hi' }],
    ['an empty From', { ...text, From: '' }],
    ['an empty form', {}],
  ])('signed and malformed: %s', async (_, form) => {
    expect(await twilio(config).webhook(signed(form), receivedAt)).toMatchObject({
      ok: false,
      status: 400,
    });
  });
});

describe('who may not call', () => {
  const forged = signed(text);
  const signature = forged.headers['x-twilio-signature'] ?? '';
  test.each([
    ['no signature', { ...forged, headers: {} }],
    ['an empty one', { ...forged, headers: { 'x-twilio-signature': '' } }],
    ['one of another length', { ...forged, headers: { 'x-twilio-signature': 'abc' } }],
    ['one character changed', { ...forged, headers: { 'x-twilio-signature': `x${signature.slice(1)}` } }],
    [
      'one character of the body changed',
      { ...forged, rawBody: Buffer.from(forged.rawBody.toString().replace('9', '8')) },
    ],
    [
      'a field added',
      { ...forged, rawBody: Buffer.concat([forged.rawBody, Buffer.from('&OptOutType=STOP')]) },
    ],
    [
      'a field sent twice',
      { ...forged, rawBody: Buffer.concat([forged.rawBody, Buffer.from('&Body=other')]) },
    ],
    ['signed for another host', signed(text, '/webhooks/twilio', 'https://other.example/webhooks/twilio')],
    ['signed for http', signed(text, '/webhooks/twilio', 'http://hearback.example/webhooks/twilio')],
    ['signed for another path', { ...forged, path: '/webhooks/twilio/status' }],
    ['a query added', { ...forged, path: '/webhooks/twilio?attempt=1' }],
    ['a path that is none', { ...forged, path: ':99999999/x' }],
  ])('%s', async (_, request) => {
    const verdict = await twilio(config).webhook(request, receivedAt);
    expect(verdict).toMatchObject({ ok: false, status: 403 });
    expect(JSON.stringify(verdict)).not.toContain('7700');
    expect(await twilio(config).statusWebhook(request, receivedAt)).toMatchObject({
      ok: false,
      status: 403,
    });
  });

  test('a PUBLIC_URL with a port, a path and a last slash', async () => {
    const publicUrl = 'http://localhost:3000/listen/';
    const request = signed(text, '/webhooks/twilio', 'http://localhost:3000/listen/webhooks/twilio');
    const verdict = await twilio({ ...config, publicUrl }).webhook(request, receivedAt);
    expect(verdict).toMatchObject({ ok: true });
  });
});

test.each([
  ['an account sid that is none', { accountSid: 'SK1' }, 'TWILIO_ACCOUNT_SID'],
  ['no token, with which everyone could sign', { authToken: '' }, 'TWILIO_AUTH_TOKEN'],
])('settings that cannot work stop the start: %s', (_, changes, name) => {
  expect(() => twilio({ ...config, ...changes })).toThrow(name);
});

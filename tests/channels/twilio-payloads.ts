import type { Inbound } from '#channels/channel.ts';
import { ourNumber, resident } from './messages.ts';
import { config } from './twilio-signed.ts';

export const sid = `SM${'a1'.repeat(16)}`;
const userId = 'GB.13491208655302741918';
const service = `MG${'b2'.repeat(16)}`;
const ours = `whatsapp:${ourNumber}`;
const theirs = `whatsapp:${resident}`;
const media = (n: number) => `https://api.twilio.com/2010-04-01/Accounts/AC/Messages/MM/Media/ME${n}`;

const common = {
  SmsMessageSid: sid,
  SmsSid: sid,
  MessageSid: sid,
  AccountSid: config.accountSid,
  ApiVersion: '2010-04-01',
  SmsStatus: 'received',
  NumMedia: '0',
  NumSegments: '1',
};

/** A text to a UK number. */
const sms = {
  ...common,
  ToCountry: 'GB',
  ToState: '',
  ToCity: '',
  ToZip: '',
  FromCountry: 'GB',
  FromState: '',
  FromCity: '',
  FromZip: '',
  From: resident,
  To: ourNumber,
  Body: 'The bus is late',
};

/** A message to a WhatsApp sender, with both names of the resident. */
const whatsapp = {
  ...common,
  From: theirs,
  To: ours,
  WaId: resident.slice(1),
  ExternalUserId: userId,
  ProfileName: 'Somebody',
  MessageType: 'text',
  ReferralNumMedia: '0',
  ChannelMetadata: '{"type":"whatsapp","data":{"context":{"ProfileName":"Somebody"}}}',
  Body: 'The bus is late',
};

const text = (Body: string) => ({ ...sms, Body });
const chat = (Body: string) => ({ ...whatsapp, Body });
const files = (form: Record<string, string>, ...types: string[]) => ({
  ...form,
  Body: '',
  NumMedia: String(types.length),
  ...Object.fromEntries(
    types.flatMap((type, n) => [
      [`MediaUrl${n}`, media(n)],
      [`MediaContentType${n}`, type],
    ]),
  ),
});
const refs = (...types: string[]) => types.map((contentType, n) => ({ ref: media(n), contentType }));
const without = (form: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(form).filter(([name]) => !names.includes(name)));
const typed = (MessageType: string, form: Record<string, string> = chat('')) => ({ ...form, MessageType });
const hidden = { ...without(whatsapp, 'WaId'), From: `whatsapp:${userId}` };
const place = { Latitude: '51.5007', Longitude: '-0.1246' };

export type Payload = [name: string, form: Record<string, string>, expected: Partial<Inbound>];

export const smsPayloads: Payload[] = [
  ['a text', sms, { kind: 'text', text: 'The bus is late' }],
  ['a long text, in three segments', { ...sms, NumSegments: '3' }, { kind: 'text' }],
  ['a text to a messaging service', { ...sms, MessagingServiceSid: service }, { account: ourNumber }],
  [
    'a text that names only the service',
    { ...without(sms, 'To'), MessagingServiceSid: service },
    { account: service },
  ],
  ['an empty text', text(''), { kind: 'text', text: '' }],
  ['a text without Body', without(sms, 'Body'), { kind: 'text', text: '' }],
  ['Welsh', text('Dŵr a thŷ'), { text: 'Dŵr a thŷ' }],
  ['an emoji', text('🚌'), { text: '🚌' }],
  ['two lines', text('One\nTwo'), { text: 'One\nTwo' }],
  ['STOP', text('STOP'), { kind: 'optOut' }],
  ['STOPALL', text('StopAll'), { kind: 'optOut' }],
  ['UNSUBSCRIBE', text('unsubscribe'), { kind: 'optOut' }],
  ['CANCEL', text('cancel'), { kind: 'optOut' }],
  ['QUIT', text('quit'), { kind: 'optOut' }],
  ['REVOKE', text('revoke'), { kind: 'optOut' }],
  ['OPTOUT', text('optout'), { kind: 'optOut' }],
  ['UNSTOP', text('unstop'), { kind: 'optIn' }],
  ['HELP', text('help'), { kind: 'help' }],
  ['YES', text('yes'), { kind: 'text' }],
  ['NO', text('no'), { kind: 'text' }],
  ['a word of our own, marked STOP', { ...text('Dim mwy'), OptOutType: 'STOP' }, { kind: 'optOut' }],
  ['YES, marked START', { ...text('Yes'), OptOutType: 'START' }, { kind: 'optIn' }],
  ['HELP, marked', { ...text('Help'), OptOutType: 'HELP' }, { kind: 'help' }],
  ['a mark in small letters', { ...text('Stop'), OptOutType: 'stop' }, { kind: 'optOut' }],
  ['a mark that is empty', { ...sms, OptOutType: '' }, { kind: 'text' }],
  ['a photo', files(sms, 'image/jpeg'), { kind: 'media', media: refs('image/jpeg') }],
  ['ten photos', files(sms, ...Array(10).fill('image/png')), { kind: 'media' }],
  ['a contact by MMS', files(sms, 'text/vcard'), { kind: 'media', media: refs('text/vcard') }],
  ['a short code', { ...sms, From: '60777' }, { kind: 'unsupported', address: '60777' }],
  ['a name', { ...sms, From: 'MYBANK' }, { kind: 'unsupported', address: 'MYBANK' }],
  ['a number of France', { ...sms, From: '+33199000001', FromCountry: 'FR' }, { address: '+33199000001' }],
  [
    'RCS, which is not here',
    { ...sms, From: `rcs:${resident}` },
    { kind: 'unsupported', address: `rcs:${resident}` },
  ],
];

const chatOf = (expected: Partial<Inbound>): Partial<Inbound> => ({
  channel: 'whatsapp',
  account: ours,
  address: theirs,
  identityKeys: [resident, userId],
  ...expected,
});

export const whatsappPayloads: Payload[] = [
  ['a message', whatsapp, chatOf({ kind: 'text', text: 'The bus is late' })],
  [
    'from before there were user ids',
    without(whatsapp, 'ExternalUserId'),
    chatOf({ identityKeys: [resident] }),
  ],
  ['without a WaId', without(whatsapp, 'WaId'), chatOf({})],
  [
    'a number that is kept back',
    hidden,
    chatOf({ address: `whatsapp:${userId}`, identityKeys: [userId], kind: 'text' }),
  ],
  [
    'a number that is kept back, with an empty WaId',
    { ...hidden, WaId: '' },
    chatOf({ address: `whatsapp:${userId}`, identityKeys: [userId] }),
  ],
  [
    'a user id alone, without ExternalUserId',
    without(hidden, 'ExternalUserId'),
    chatOf({ address: `whatsapp:${userId}`, identityKeys: [userId] }),
  ],
  [
    'a user id in From and the number in WaId',
    { ...hidden, WaId: resident.slice(1) },
    chatOf({ address: `whatsapp:${userId}` }),
  ],
  [
    'ExternalUserId with the prefix',
    { ...whatsapp, ExternalUserId: `whatsapp:${userId}` },
    chatOf({ identityKeys: [resident, userId] }),
  ],
  [
    'a user id of an organisation under another',
    {
      ...hidden,
      From: 'whatsapp:GB.ENT.11815799212886844830',
      ExternalUserId: 'GB.ENT.11815799212886844830',
    },
    chatOf({
      address: 'whatsapp:GB.ENT.11815799212886844830',
      identityKeys: ['GB.ENT.11815799212886844830'],
    }),
  ],
  [
    'a name that nobody can be written to by, with a user id',
    { ...hidden, From: 'whatsapp:@someone' },
    chatOf({ kind: 'text', address: `whatsapp:${userId}`, identityKeys: [userId] }),
  ],
  [
    'a name that nobody can be written to by, and nothing else',
    { ...without(hidden, 'ExternalUserId'), From: 'whatsapp:@someone' },
    chatOf({ kind: 'unsupported', address: 'whatsapp:@someone', identityKeys: [] }),
  ],
  [
    'named by its channel alone',
    { ...whatsapp, From: resident, To: ourNumber, ChannelPrefix: 'whatsapp' },
    chatOf({ kind: 'text' }),
  ],
  [
    'to a service alone',
    { ...without(whatsapp, 'To'), MessagingServiceSid: service },
    chatOf({ account: service }),
  ],
  ['no message type', without(whatsapp, 'MessageType'), chatOf({ kind: 'text' })],
  ['STOP, which is ours to obey', chat('STOP'), chatOf({ kind: 'text', text: 'STOP' })],
  ['START', chat('START'), chatOf({ kind: 'text' })],
  ['HELP', chat('Help'), chatOf({ kind: 'text' })],
  ['STOP that Twilio has acted on', { ...chat('STOP'), OptOutType: 'STOP' }, chatOf({ kind: 'optOut' })],
  ['START that it has acted on', { ...chat('START'), OptOutType: 'START' }, chatOf({ kind: 'optIn' })],
  [
    'a button',
    { ...typed('button', chat('Parks')), ButtonText: 'Parks', ButtonPayload: 'a1.2.0' },
    chatOf({ kind: 'choice', choice: 'a1.2.0', text: 'Parks' }),
  ],
  [
    'a button under an earlier message',
    {
      ...typed('button', chat('Parks')),
      ButtonText: 'Parks',
      ButtonPayload: 'a1.2.0',
      OriginalRepliedMessageSid: 'SM9',
      OriginalRepliedMessageSender: ours,
    },
    chatOf({ kind: 'choice', choice: 'a1.2.0', text: 'Parks', replyTo: 'SM9' }),
  ],
  [
    'a button without its name',
    { ...chat('Parks'), ButtonPayload: 'a1.2.0' },
    chatOf({ kind: 'choice', choice: 'a1.2.0', text: 'Parks' }),
  ],
  [
    'a button without a value',
    { ...chat('Parks'), ButtonText: 'Parks' },
    chatOf({ kind: 'text', choice: null }),
  ],
  ['an empty value', { ...chat('Parks'), ButtonPayload: '' }, chatOf({ kind: 'text', choice: null })],
  [
    'a row of a list',
    { ...typed('interactive', chat('Parks')), ListId: 'a1.2.5', ListTitle: 'Parks' },
    chatOf({ kind: 'choice', choice: 'a1.2.5', text: 'Parks' }),
  ],
  [
    'a row without its name',
    { ...chat('Parks'), ListId: 'a1.2.5' },
    chatOf({ kind: 'choice', choice: 'a1.2.5', text: 'Parks' }),
  ],
  [
    'a form that was filled in',
    { ...typed('interactive', chat('Sent')), InteractiveData: '{"a":1}', FlowData: '{}' },
    chatOf({ kind: 'text', text: 'Sent' }),
  ],
  [
    'a photo',
    typed('image', files(chat(''), 'image/jpeg')),
    chatOf({ kind: 'media', media: refs('image/jpeg') }),
  ],
  [
    'a photo with words',
    { ...typed('image', files(chat(''), 'image/jpeg')), Body: 'Look' },
    chatOf({ kind: 'media', text: 'Look' }),
  ],
  [
    'a voice note',
    typed('audio', files(chat(''), 'audio/ogg')),
    chatOf({ kind: 'media', media: refs('audio/ogg') }),
  ],
  ['a video', typed('video', files(chat(''), 'video/mp4')), chatOf({ kind: 'media' })],
  ['a document', typed('document', files(chat(''), 'application/pdf')), chatOf({ kind: 'media' })],
  [
    'a file without a type',
    { ...chat(''), NumMedia: '1', MediaUrl0: media(0) },
    chatOf({ kind: 'media', media: [{ ref: media(0), contentType: null }] }),
  ],
  ['a sticker', typed('sticker', files(chat(''), 'image/webp')), chatOf({ kind: 'unsupported', media: [] })],
  ['a contact', typed('contacts', files(chat(''), 'text/vcard')), chatOf({ kind: 'unsupported', media: [] })],
  ['a contact without a type', files(chat(''), 'text/vcard'), chatOf({ kind: 'unsupported', media: [] })],
  ['a reaction', typed('reaction', chat('👍')), chatOf({ kind: 'unsupported', text: '👍' })],
  ['a reaction taken back', typed('reaction'), chatOf({ kind: 'unsupported', text: '' })],
  ['an order', typed('order'), chatOf({ kind: 'unsupported' })],
  ['what WhatsApp cannot show', typed('unsupported'), chatOf({ kind: 'unsupported' })],
  [
    'a place',
    typed('location', { ...chat(''), ...place }),
    chatOf({ kind: 'location', text: 'Location: 51.5007, -0.1246' }),
  ],
  [
    'a place with a name',
    typed('location', { ...chat(''), ...place, Label: 'City Hall', Address: 'Cathays Park' }),
    chatOf({ kind: 'location', text: 'Location: 51.5007, -0.1246, City Hall, Cathays Park' }),
  ],
  [
    'a reply that quotes ours',
    { ...whatsapp, OriginalRepliedMessageSid: 'SM9', OriginalRepliedMessageSender: ours },
    chatOf({ kind: 'text', replyTo: 'SM9' }),
  ],
  ['a quote of nothing', { ...whatsapp, OriginalRepliedMessageSid: '' }, chatOf({ replyTo: null })],
  ['forwarded', { ...whatsapp, Forwarded: 'true', FrequentlyForwarded: 'true' }, chatOf({ kind: 'text' })],
  [
    'from an advertisement',
    {
      ...whatsapp,
      ReferralBody: 'Tell us',
      ReferralHeadline: 'Your council',
      ReferralSourceId: '118',
      ReferralSourceType: 'ad',
      ReferralSourceUrl: 'https://fb.example/118',
      ReferralCtwaClid: 'x',
      ReferralNumMedia: '1',
      ReferralMediaUrl0: media(7),
    },
    chatOf({ kind: 'text', text: 'The bus is late', media: [] }),
  ],
  ['a field that comes one day', { ...whatsapp, Username: '@somebody' }, chatOf({ kind: 'text' })],
  ['NUL', chat('bus\0stop'), chatOf({ text: 'bus\uFFFDstop' })],
];

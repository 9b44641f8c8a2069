import { describe, expect, onTestFinished, test } from 'vitest';
import { botFramework } from '#channels/botframework/channel.ts';
import type { Inbound } from '#channels/channel.ts';
import { eventually } from '#tests/support/eventually.ts';
import { startBotFrameworkDouble } from '#tests/support/providers/botframework.ts';
import {
  aadObjectId,
  appId,
  local,
  posted,
  teamsAddress,
  teamsBase,
  timestamp,
  webAddress,
  webBase,
} from './botframework-activities.ts';
import { plain, receivedAt } from './messages.ts';

const teams = (changes: object) => ({ ...teamsBase, ...changes });
const web = (changes: object) => ({ ...webBase, ...changes });
const bot = teamsBase.recipient;
const html = (content: string) => ({ contentType: 'text/html', content });
const mention = { type: 'mention', text: '<at>Hearback</at>', mentioned: { id: bot.id, name: 'Hearback' } };
const other = { type: 'mention', text: '<at>Ann</at>', mentioned: { id: '29:ann', name: 'Ann' } };
const picture = 'https://smba.trafficmanager.net/uk/v3/attachments/0-1/views/original';
const drive = 'https://council-my.sharepoint.com/personal/a/download?tempauth=t';
const file = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://council-my.sharepoint.com/personal/a/Documents/plan.pdf',
  name: 'plan.pdf',
  content: { downloadUrl: drive, uniqueId: '1', fileType: 'pdf' },
};
const uploaded = 'https://webchat.botframework.com/attachments/Kx7/0000003/0/kerb.png?t=t';

type Row = [name: string, activity: object, expected: Partial<Inbound>];

const fromTeams: Row[] = [
  ['a text', teams({ text: 'Dim bws 🚌' }), { kind: 'text', text: 'Dim bws 🚌' }],
  [
    'a text that comes again as HTML',
    teams({ text: 'The kerb is high', attachments: [html('<p>The kerb is high</p>')] }),
    { kind: 'text', text: 'The kerb is high' },
  ],
  ['a text of two lines', teams({ text: 'one\ntwo' }), { kind: 'text', text: 'one\ntwo' }],
  ['half a surrogate pair and NUL', teams({ text: 'a\ud83d\0b' }), { kind: 'text', text: 'a\uFFFD\uFFFDb' }],
  ['STOP is a word like others', teams({ text: 'STOP' }), { kind: 'text', text: 'STOP' }],
  [
    'a mention of the bot is no word of theirs',
    teams({ text: '<at>Hearback</at> hello', entities: [mention] }),
    { kind: 'text', text: 'hello' },
  ],
  [
    'a mention of somebody else is',
    teams({ text: 'ask <at>Ann</at>', entities: [other] }),
    { kind: 'text', text: 'ask <at>Ann</at>' },
  ],
  [
    'markup and what it escapes',
    teams({ textFormat: 'xml', text: '<p>cars &lt; 20&nbsp;mph</p><p>it&#39;s &amp;lt; fine &amp;#60;</p>' }),
    { kind: 'text', text: "cars < 20 mph\nit's &lt; fine &#60;" },
  ],
  [
    'a number that is no character',
    teams({ textFormat: 'xml', text: 'a &#9999999; b' }),
    { kind: 'text', text: 'a &#9999999; b' },
  ],
  [
    'markup in plain text stays as it was written',
    teams({ textFormat: 'plain', text: 'a <b> &amp;' }),
    { kind: 'text', text: 'a <b> &amp;' },
  ],
  [
    'a reply',
    teams({ text: 'Yes, it is', replyToId: '1732094000000' }),
    { kind: 'text', text: 'Yes, it is', replyTo: 'a:1b|1732094000000' },
  ],
  [
    'a button of ours',
    teams({ text: 'Better', value: { choice: 'better' }, replyToId: '1' }),
    { kind: 'choice', choice: 'better', text: 'Better', replyTo: 'a:1b|1' },
  ],
  ['a button that sends its value', teams({ value: 'better' }), { kind: 'choice', choice: 'better' }],
  ['a form of somebody else', teams({ text: 'sent', value: { rating: 5 } }), { kind: 'text', text: 'sent' }],
  ['an empty value', teams({ text: 'hello', value: '' }), { kind: 'text', text: 'hello' }],
  [
    'a picture in the text',
    teams({ attachments: [{ contentType: 'image/*', contentUrl: picture }] }),
    { kind: 'media', media: [{ ref: picture, contentType: null }] },
  ],
  [
    'a picture with words',
    teams({
      text: 'here',
      attachments: [{ contentType: 'image/*', contentUrl: picture }, html('<p>here</p>')],
    }),
    { kind: 'media', text: 'here', media: [{ ref: picture, contentType: null }] },
  ],
  [
    'a file: where it can be downloaded, not where it is shown',
    teams({ attachments: [file] }),
    { kind: 'media', media: [{ ref: drive, contentType: null }] },
  ],
  [
    'a file without a link to download it',
    teams({ attachments: [{ ...file, content: {} }] }),
    { kind: 'unsupported' },
  ],
  [
    'a card is no file',
    teams({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }] }),
    { kind: 'unsupported' },
  ],
  ['nothing at all', teams({}), { kind: 'unsupported' }],
  ['nothing but nulls', teams({ text: null, attachments: null, entities: null }), { kind: 'unsupported' }],
  [
    'nothing but a mention',
    teams({ text: '<at>Hearback</at> ', entities: [mention] }),
    { kind: 'unsupported' },
  ],
  ['no time', teams({ text: 'hello', timestamp: undefined }), { kind: 'text', text: 'hello', sentAt: null }],
  [
    'a time that is none',
    teams({ text: 'hello', timestamp: 'yesterday' }),
    { kind: 'text', text: 'hello', sentAt: null },
  ],
  ['the bot is installed', teams({ type: 'installationUpdate', action: 'add' }), { kind: 'unblocked' }],
  ['the bot is taken away', teams({ type: 'installationUpdate', action: 'remove' }), { kind: 'blocked' }],
];

const fromTheWeb: Row[] = [
  ['a text', web({ text: 'Too few buses' }), { kind: 'text', text: 'Too few buses' }],
  [
    'a text through Direct Line',
    web({ channelId: 'directline', text: 'Too few buses' }),
    {
      kind: 'text',
      text: 'Too few buses',
      address: webAddress().replace('webchat', 'directline'),
      identityKeys: ['directline|conversation|Kx7-uk'],
    },
  ],
  [
    'a button of ours',
    web({
      text: 'Worse',
      value: { choice: 'worse' },
      channelData: { messageBack: { displayText: 'Worse' } },
    }),
    { kind: 'choice', choice: 'worse', text: 'Worse' },
  ],
  [
    'a button that posts back',
    web({ text: '', value: { choice: 'worse' }, channelData: { postBack: true } }),
    { kind: 'choice', choice: 'worse' },
  ],
  [
    'a file',
    web({ attachments: [{ contentType: 'image/png', contentUrl: uploaded, name: 'kerb.png' }] }),
    { kind: 'media', media: [{ ref: uploaded, contentType: 'image/png' }] },
  ],
  [
    'a file of a kind to come',
    web({ attachments: [{ contentType: 7, contentUrl: uploaded }] }),
    { kind: 'media', media: [{ ref: uploaded, contentType: null }] },
  ],
];

const nothing: [name: string, activity: object][] = [
  ['somebody joins', web({ type: 'conversationUpdate', membersAdded: [{ id: 'default-user' }] })],
  ['the bot joins', web({ type: 'conversationUpdate', membersAdded: [webBase.recipient] })],
  ['a conversation that only has an id', web({ type: 'conversationUpdate', recipient: undefined })],
  ['typing', web({ type: 'typing' })],
  ['a thumb', teams({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' })],
  ['an edit', teams({ type: 'messageUpdate', text: 'again', channelData: { eventType: 'editMessage' } })],
  ['a message taken back', teams({ type: 'messageDelete' })],
  ['an event', web({ type: 'event', name: 'webchat/join', value: { language: 'en' } })],
  ['an invoke', teams({ type: 'invoke', name: 'composeExtension/query', value: {} })],
  ['the end', web({ type: 'endOfConversation', code: 'completedSuccessfully' })],
  ['a new version of the app', teams({ type: 'installationUpdate', action: 'add-upgrade' })],
  ['the old version of the app', teams({ type: 'installationUpdate', action: 'remove-upgrade' })],
  ['a kind to come', teams({ type: 'telepathy' })],
  ['the bot in a team', teams({ type: 'installationUpdate', action: 'add', conversation: team() })],
  ['a message from nobody', teams({ text: 'hello', from: null })],
];

function team() {
  return { id: '19:t@thread.tacv2', isGroup: true, conversationType: 'channel' };
}

const reply = { contentType: 'application/json', body: '{}' };
const verdict = (activity: unknown) => botFramework(local).webhook(posted(activity), receivedAt);
const messageIds = (id: string, expected: Partial<Inbound>) =>
  ['blocked', 'unblocked'].includes(expected.kind ?? '') ? {} : { providerId: id };

describe('what an activity of Teams becomes', () => {
  test.each(fromTeams)('%s', async (_, activity, expected) => {
    const inbound = {
      ...plain,
      channel: 'teams',
      account: `28:${appId}`,
      address: teamsAddress(),
      identityKeys: [`msteams|directory|${aadObjectId}`, 'msteams|user|29:1a', 'msteams|conversation|a:1b'],
      dedupeKey: 'a:1b|1732094998123',
      sentAt: Date.parse(timestamp),
      ...messageIds('a:1b|1732094998123', expected),
      ...expected,
    };
    expect(await verdict(activity)).toEqual({ ok: true, inbounds: [inbound], receipts: [], reply });
  });

  test('without a directory id they are known by the rest', async () => {
    const activity = teams({ text: 'hello', from: { id: '29:1a' } });
    const keys = ['msteams|user|29:1a', 'msteams|conversation|a:1b'];
    expect(await verdict(activity)).toMatchObject({ inbounds: [{ identityKeys: keys }] });
  });
});

describe('what an activity of a web chat becomes', () => {
  test.each(fromTheWeb)('%s', async (_, activity, expected) => {
    const inbound = {
      ...plain,
      channel: 'webchat',
      account: 'hearback@Wf',
      address: webAddress(),
      // Not by the user's id, which a page may give to everybody.
      identityKeys: ['webchat|conversation|Kx7-uk'],
      dedupeKey: 'Kx7-uk|Kx7|0000003',
      providerId: 'Kx7-uk|Kx7|0000003',
      sentAt: Date.parse(timestamp),
      ...expected,
    };
    expect(await verdict(activity)).toEqual({ ok: true, inbounds: [inbound], receipts: [], reply });
  });

  test('without an id the same bytes are the same message, and others are not', async () => {
    const keyOf = async (text: string) => {
      const answer = await verdict(web({ id: undefined, text }));
      return answer.ok ? answer.inbounds[0]?.dedupeKey : null;
    };
    expect(await keyOf('one')).toBe(await keyOf('one'));
    expect(await keyOf('one')).not.toBe(await keyOf('two'));
  });
});

test.each(nothing)('nothing: %s', async (_, activity) => {
  expect(await verdict(activity)).toEqual({ ok: true, inbounds: [], receipts: [], reply });
});

test.each([
  ['no JSON', 'type=message'],
  ['cut JSON', '{"type":"message","text'],
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['no channel', web({ channelId: undefined })],
  ['no service URL', web({ serviceUrl: undefined })],
  ['no conversation', web({ conversation: undefined })],
  ['a text that is none', web({ text: 7 })],
])('malformed: %s', async (_, activity) => {
  expect(await verdict(activity)).toMatchObject({ ok: false, status: 400 });
});

test.each(['slack', 'email', 'twilio', 'AppService', 'constructor'])(
  'the channel %s is refused with a sentence',
  async (channelId) => {
    const why = 'This bot is reached by Teams, Web Chat and Direct Line only.';
    expect(await verdict(web({ channelId, text: 'hello' }))).toEqual({ ok: false, status: 403, why });
  },
);

describe('in a group', () => {
  test.each([
    ['a team', team()],
    ['a group chat', { id: '19:g@thread.v2', isGroup: true, conversationType: 'groupChat' }],
    ['one that does not say that it is a group', { id: '19:g@thread.v2', conversationType: 'groupChat' }],
  ])('%s: they are asked to write alone, and nothing of it is kept', async (_, conversation) => {
    const double = await startBotFrameworkDouble();
    onTestFinished(double.close);
    const text = '<at>Hearback</at> my street';
    const activity = teams({ text, conversation, serviceUrl: double.origin });
    expect(await verdict(activity)).toEqual({ ok: true, inbounds: [], receipts: [], reply });
    await eventually(() => double.posts.length).toBe(1);
    expect(double.posts[0]?.url.pathname).toBe(
      `/v3/conversations/${encodeURIComponent(conversation.id)}/activities`,
    );
    expect(JSON.parse(double.posts[0]?.body ?? '')).toMatchObject({
      text: 'Please write to us alone. (cy-GB)',
    });
  });
});

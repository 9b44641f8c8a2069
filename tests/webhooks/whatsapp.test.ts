import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { town } from '#tests/simulator/town.ts';
import { eventually } from '#tests/support/eventually.ts';
import { officerPublishes } from '#tests/support/officer-publishes.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';
import { twilioAnswers } from '#tests/support/providers/twilio-answers.ts';

/** WhatsApp as a resident meets it: the whole product, with Twilio's double on the far side. */
const ours = '+447700900999';
const resident = 'whatsapp:+447700900123';
const userId = 'GB.13491208655302741918';
const publicUrl = 'https://listen.example.org';

async function open(settings: Record<string, string> = {}) {
  const double = await startTwilioDouble({ accountSid: `AC${'1'.repeat(32)}`, authToken: 'a-token' });
  onTestFinished(() => double.close());
  const { url, services, clock } = await town({
    ...double.env,
    PUBLIC_URL: publicUrl,
    TWILIO_FROM: ours,
    TWILIO_WHATSAPP_FROM: ours,
    ...settings,
  });
  double.callsTo({ local: url, publicUrl });
  const say = async (body: string, fields: Record<string, string> = {}, from = resident) => {
    const answer = await double.inbound({ from, to: `whatsapp:${ours}`, body, fields });
    expect(answer.status).toBe(200);
  };
  const deliveries = () =>
    services.store.read
      .selectFrom('deliveries')
      .select(['id', 'state', 'providerId'])
      .orderBy('id')
      .execute();
  return { double, services, clock, say, deliveries };
}

test('a resident is asked with buttons, and what they press is taken', async () => {
  const { double, services, clock, say } = await open();
  await say('Hello');
  await double.posted(1);
  await say('The pavements are too narrow for my wheelchair, and there is a high kerb at the crossing.');
  clock.advance(91_000);
  await services.wake();
  await double.posted(2);
  const [, asked] = double.posts;
  expect(asked).toMatchObject({ to: resident, from: `whatsapp:${ours}`, answer: 'accept' });
  const content = double.setup.contents.find(({ sid }) => sid === asked?.form.ContentSid);
  const [yes] = buttonsOf(content?.types);
  await say(yes?.title ?? '', {
    MessageType: 'button',
    ButtonText: yes?.title ?? '',
    ButtonPayload: yes?.id ?? '',
    OriginalRepliedMessageSid: asked?.sid ?? '',
  });
  await double.posted(3);
  const consents = await services.store.read.selectFrom('consents').select('kind').execute();
  expect(consents).toEqual([{ kind: 'hearBack' }]);
});

const withButtons = z.object({
  'twilio/quick-reply': z.object({ actions: z.array(z.object({ id: z.string(), title: z.string() })) }),
});

function buttonsOf(types: unknown) {
  return withButtons.parse(types)['twilio/quick-reply'].actions;
}

test('somebody who hides their number later is still known, and is written to by their user id', async () => {
  const { double, services, say } = await open();
  await say('Hello', { ExternalUserId: userId });
  await double.posted(1);
  await say('STATUS', { ExternalUserId: userId, WaId: '' }, `whatsapp:${userId}`);
  await double.posted(2);
  expect(double.posts[1]?.to).toBe(`whatsapp:${userId}`);
  expect(await services.store.read.selectFrom('residents').select('id').execute()).toHaveLength(1);
});

test('STOP is obeyed and confirmed by us, because Twilio does neither', async () => {
  const { double, say } = await open();
  await say('Hello');
  await double.posted(1);
  await say('STOP');
  await double.posted(2);
  expect(double.posts[1]?.to).toBe(resident);
  await say('Are you there?');
  expect(double.posts).toHaveLength(2);
});

test('receipts that come late, twice and backwards leave what was furthest', async () => {
  const { double, say, deliveries } = await open();
  await say('Hello');
  await double.posted(1);
  const sid = double.posts[0]?.sid ?? '';
  await eventually(deliveries).toMatchObject([{ providerId: sid }]);
  for (const status of ['read', 'delivered', 'read', 'sent', 'queued'] as const)
    expect((await double.status({ sid, status, fields: { ChannelPrefix: 'whatsapp' } })).status).toBe(200);
  expect(await deliveries()).toMatchObject([{ state: 'read', providerId: sid }]);
});

test('a receipt that comes before Twilio’s own answer is kept', async () => {
  const { double, say, deliveries } = await open();
  double.script.next(twilioAnswers.acceptThenWait);
  await say('Hello');
  await double.posted(1);
  const sid = double.posts[0]?.sid ?? '';
  await double.status({ sid, status: 'delivered' });
  double.release();
  await eventually(deliveries).toMatchObject([{ state: 'delivered', providerId: sid }]);
  expect(double.posts).toHaveLength(1);
});

test('outside the window the words are refused, and nobody tries again', async () => {
  const { double, say, deliveries } = await open();
  double.script.next(twilioAnswers.outsideWindow);
  await say('Hello');
  await eventually(deliveries).toMatchObject([{ state: 'rejected' }]);
  expect(double.posts).toHaveLength(1);
});

const kerb = 'The kerb by the crossing is so high that I cannot get my pram up it.';
const template = `HX${'c'.repeat(32)}`;
const week = 7 * 24 * 3_600_000;

/** Somebody who agreed to hear back, a week ago. */
async function aWeekLater(settings: Record<string, string>) {
  const world = await open(settings);
  const { double, services, clock, say } = world;
  await say('English');
  await double.posted(1);
  await say(kerb);
  clock.advance(91_000);
  await services.wake();
  await double.posted(2);
  await say('1');
  await double.posted(3);
  clock.advance(week);
  return world;
}

test('news a week later goes as the approved template, in one POST, with our name and what was said and done', async () => {
  const { double, services } = await aWeekLater({ WHATSAPP_TEMPLATES: `followUp.en=${template}` });
  const before = double.posts.length;
  expect(await officerPublishes(services, kerb)).toBe(1);
  await double.posted(before + 1);
  const { form } = double.posts.at(-1) ?? {};
  expect(form).toMatchObject({ ContentSid: template, To: resident });
  expect(form).not.toHaveProperty('Body');
  expect(JSON.parse(form?.ContentVariables ?? '{}')).toEqual({
    1: 'Your council',
    2: `You told us: "${kerb}"`,
    3: 'We did: kerbs are dropped.',
  });
});

test('without a template nobody is promised news that WhatsApp would not let through', async () => {
  const { double, services, deliveries } = await aWeekLater({});
  const before = double.posts.length;
  expect(await officerPublishes(services, kerb)).toBe(0);
  await services.outbox.pump();
  expect(double.posts).toHaveLength(before);
  expect((await deliveries()).filter(({ state }) => state === 'queued')).toEqual([]);
});

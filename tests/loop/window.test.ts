import { describe, expect, test } from 'vitest';
import type { ChannelName, Language } from '#domain/words.ts';
import { audienceOf } from '#loop/audience.ts';
import { notHeardBack } from '#loop/debt.ts';
import { publishOutcome } from '#loop/publish.ts';
import { reachOf } from '#loop/reach.ts';
import { provider } from '#tests/outbox/ledger.ts';
import { databases } from '#tests/store/databases.ts';
import { consultation, DAY, flowOf, NOON, organisation } from './consultation.ts';

const HOUR = DAY / 24;

/** WhatsApp with an approved template in these languages, beside text messages. */
function reachWith(languages: readonly Language[]) {
  const whatsapp = provider('whatsapp', { freeTextMs: DAY, reach: 'app' });
  whatsapp.templateRef = (name, language) => (languages.includes(language) ? `HX-${name}-${language}` : null);
  const channels = new Map([whatsapp, provider('sms')].map((channel) => [channel.name, channel] as const));
  return reachOf(channels, { now: () => NOON });
}
const whatsapp = { channel: 'whatsapp' as ChannelName };

describe.each(databases)('people whom WhatsApp lets us write to no more, on %s', (database) => {
  test('are left out where no template is approved in their language, and the officer is told in which', async () => {
    const { store, contributor, draft } = await consultation(database);
    await contributor({ ...whatsapp, language: 'cy' });
    await contributor({ ...whatsapp, language: null });
    await contributor({ language: 'cy' });
    await contributor({ ...whatsapp, lastInboundAt: NOON - 23 * HOUR });
    const audience = await audienceOf(store.read, { id: await draft() }, reachWith([]));
    expect(audience.people.map(({ channel, goesAs }) => [channel, goesAs])).toEqual([
      ['sms', 'text'],
      ['whatsapp', 'text'],
    ]);
    expect(audience.leftOut).toEqual([{ why: 'windowClosed', count: 2 }]);
    expect(audience.withoutTemplate).toEqual(['cy', 'en']);
    expect(audience.byTemplate).toBe(0);
  });

  test('get the template that is approved in theirs, else in English', async () => {
    const { store, contributor, draft } = await consultation(database);
    await contributor({ ...whatsapp, language: 'cy' });
    await contributor({ ...whatsapp, language: 'en' });
    const id = await draft();
    const inEnglish = await audienceOf(store.read, { id }, reachWith(['en']));
    expect(inEnglish).toMatchObject({ byTemplate: 2, leftOut: [], withoutTemplate: [] });
    const inWelsh = await audienceOf(store.read, { id }, reachWith(['cy']));
    expect(inWelsh).toMatchObject({
      byTemplate: 1,
      leftOut: [{ why: 'windowClosed', count: 1 }],
      withoutTemplate: ['en'],
    });
  });

  test('who chose no language in Wales gets the Welsh one', async () => {
    const { store, contributor, draft } = await consultation(database, flowOf({ nation: 'wales' }));
    await contributor({ ...whatsapp, language: null });
    const { byTemplate } = await audienceOf(store.read, { id: await draft() }, reachWith(['cy']));
    expect(byTemplate).toBe(1);
  });

  test('get no delivery that could only be refused, and are still owed an answer', async () => {
    const { store, contributor, draft, deliveries, by } = await consultation(database);
    await contributor(whatsapp);
    const reached = await contributor();
    const done = await publishOutcome(store, {
      ...by,
      organisation,
      outcomeId: await draft(),
      reach: reachWith(['cy']),
    });
    expect(done).toMatchObject({ published: true, planned: 1 });
    expect(await deliveries()).toMatchObject([{ residentId: reached.residentId }]);
    const { leftOut } = await store.read.selectFrom('followUps').select('leftOut').executeTakeFirstOrThrow();
    expect(JSON.parse(leftOut ?? '')).toEqual([{ why: 'windowClosed', count: 1 }]);
    await store.turn((tx) => tx.db.updateTable('deliveries').set({ state: 'delivered' }).execute());
    expect(await notHeardBack(store.read, 'high-street')).toBe(1);
  });
});

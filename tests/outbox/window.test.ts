import { describe, expect, test } from 'vitest';
import type { TemplateWords } from '#domain/choices.ts';
import type { Purpose } from '#domain/words.ts';
import { databases } from '#tests/store/databases.ts';
import { ledger, NOON, provider } from './ledger.ts';

const hour = 60 * 60_000;
const words = (language: TemplateWords['language']): TemplateWords => ({
  name: 'followUp',
  language,
  variables: ['Your council', 'kerbs', 'Dropped kerbs are in.'],
});

/** WhatsApp, with an approved template in English and no other language. */
async function whatsapp(database: (typeof databases)[number], lastWrote: number) {
  const world = await ledger(database);
  const channel = provider('whatsapp', { freeTextMs: 24 * hour, reach: 'app' });
  channel.templateRef = (name, language) => (language === 'en' ? `HX-${name}` : null);
  world.channels.set('whatsapp', channel);
  const to = await world.someone('whatsapp');
  await world.store.turn(({ db }) =>
    db.updateTable('addresses').set({ lastInboundAt: lastWrote }).where('id', '=', to.id).execute(),
  );
  return { ...world, channel, to };
}

describe.each(databases)('a channel that closes a day after they wrote, on %s', (database) => {
  test('takes the text itself until then', async () => {
    const { queue, to, outbox, channel, look } = await whatsapp(database, NOON - 23 * hour);
    const id = await queue(to, 'followUp', { text: 'We did.', templates: [words('en')] });
    await outbox().pump();
    expect(channel.posts).toMatchObject([{ text: 'We did.', template: null }]);
    expect(await look(id)).toMatchObject({ state: 'accepted', templateRef: null });
  });

  test('takes an approved template afterwards, in the first language that has one', async () => {
    const { queue, to, outbox, channel, look } = await whatsapp(database, NOON - 24 * hour);
    const id = await queue(to, 'followUp', { templates: [words('cy'), words('en')] });
    await outbox().pump();
    const { name: _, ...template } = words('en');
    expect(channel.posts).toMatchObject([{ template: { ref: 'HX-followUp', ...template } }]);
    expect(await look(id)).toMatchObject({ state: 'accepted', templateRef: 'HX-followUp' });
  });

  test('is not left to close between us and the provider', async () => {
    const { queue, to, outbox, channel } = await whatsapp(database, NOON - 24 * hour + 60_000);
    await queue(to, 'followUp', { templates: [words('en')] });
    await outbox().pump();
    expect(channel.posts[0]?.template?.ref).toBe('HX-followUp');
  });

  test.each<[Purpose, TemplateWords[]]>([
    ['followUp', [words('cy')]],
    ['followUp', []],
    ['reply', []],
    ['service', []],
  ])('gets nothing where no template would be let through: %s', async (purpose, templates) => {
    const { queue, to, outbox, channel, look } = await whatsapp(database, NOON - 25 * hour);
    const id = await queue(to, purpose, { templates });
    await outbox().pump();
    expect(channel.posts).toEqual([]);
    expect(await look(id)).toMatchObject({ state: 'rejected', reason: 'windowClosed', attempts: 0 });
  });

  test('opens again when they write, however long ago the message was queued', async () => {
    const { queue, to, outbox, channel, store, clock } = await whatsapp(database, NOON - 48 * hour);
    const id = await queue(to, 'followUp', { notBefore: NOON + hour, templates: [] });
    clock.advance(hour);
    await store.turn(({ db }) =>
      db.updateTable('addresses').set({ lastInboundAt: clock.now() }).where('id', '=', to.id).execute(),
    );
    await outbox().pump();
    expect(channel.posts).toMatchObject([{ deliveryId: id, template: null }]);
  });
});

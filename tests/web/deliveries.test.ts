import { describe, expect, test } from 'vitest';
import { deliveryStates } from '#domain/words.ts';
import { startApp } from '#tests/support/app.ts';
import { pagesAround } from '#web/console/deliveries/pages.ts';
import { officerOf, Visitor } from './officer.ts';
import { publishedTown } from './published.ts';

async function ledger(people = 6) {
  const app = await publishedTown(people);
  await officerOf(app, 'viewer');
  return { ...app, visitor: await Visitor.signedIn(app, 'viewer') };
}

describe('the ledger', () => {
  test('says what will be here before anything is sent', async () => {
    const app = await startApp();
    await officerOf(app, 'viewer');
    const { html } = await (await Visitor.signedIn(app, 'viewer')).get('/console/deliveries');
    expect(html).toContain('Nothing has been sent yet');
  });

  test('counts each state and says in plain words what it means', async () => {
    const { visitor, services } = await ledger(deliveryStates.length);
    const rows = await services.store.read.selectFrom('deliveries').select('id').execute();
    for (const [index, state] of deliveryStates.entries())
      await services.store.turn(({ db }) =>
        db.updateTable('deliveries').set({ state }).where('id', '=', rows[index]!.id).execute(),
      );
    const { html } = await visitor.get('/console/deliveries');
    expect(html).toContain('We cannot tell if it was sent');
    expect(html).toContain('The provider has taken it. It has not said yet whether it got through.');
    for (const state of deliveryStates) expect(html).toContain(`/console/deliveries?state=${state}"`);
  });

  test('can be filtered, and keeps the filter', async () => {
    const { visitor, services, ids } = await ledger();
    const { id } = await services.store.read.selectFrom('deliveries').select('id').executeTakeFirstOrThrow();
    const change = { state: 'rejected', reason: 'badAddress', code: '21211', attempts: 2 } as const;
    await services.store.turn(({ db }) =>
      db.updateTable('deliveries').set(change).where('id', '=', id).execute(),
    );
    const rejected = (await visitor.get(`/console/deliveries?state=rejected&outcome=${ids[0]}`)).html;
    expect(rejected).toContain('1 message<');
    expect(rejected).toContain('the number or account does not exist (code 21211), 2 tries');
    expect(rejected).toMatch(/<option value="rejected" selected/);
    expect(rejected).toMatch(new RegExp(`<option value="${ids[0]}" selected`));
    expect((await visitor.get(`/console/deliveries?outcome=${ids[1]}`)).html).toContain('No message matches');
    expect((await visitor.get('/console/deliveries?channel=telegram')).html).toContain('0 messages');
    expect((await visitor.get('/console/deliveries?purpose=followUp')).html).toContain('6 messages');
  });

  test('leaves out a filter that does not exist', async () => {
    const { visitor } = await ledger();
    for (const query of [
      'state=gone',
      'channel=fax',
      'purpose=',
      'page=-1',
      'page=x',
      'state=queued&state=sent',
    ]) {
      const { status, html } = await visitor.get(`/console/deliveries?${query}`);
      expect([query, status, html.includes('6 messages')]).toEqual([query, 200, true]);
    }
  });

  test('has pages', async () => {
    const { visitor } = await ledger(52);
    const first = (await visitor.get('/console/deliveries?purpose=followUp')).html;
    expect(first).toContain('52 messages');
    expect(first).toContain('purpose=followUp&amp;page=2');
    const second = (await visitor.get('/console/deliveries?purpose=followUp&page=2')).html;
    expect(second.split('loop-delivery"')).toHaveLength(3);
    expect((await visitor.get('/console/deliveries?page=9')).html).toContain('No message matches');
  });

  test('shows no address and no word of a message', async () => {
    const { visitor } = await ledger();
    const { html } = await visitor.get('/console/deliveries');
    expect(html).not.toContain('7700');
    expect(html).not.toContain('boarded up');
    expect(html).not.toContain('You told us');
  });
});

test('pages far away are left out of the links', () => {
  expect(pagesAround(1, 1)).toEqual([]);
  expect(pagesAround(1, 3)).toEqual([1, 2, 3]);
  expect(pagesAround(6, 12)).toEqual([1, null, 5, 6, 7, null, 12]);
});

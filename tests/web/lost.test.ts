import { describe, expect, test } from 'vitest';
import { officerOf, Visitor } from './officer.ts';
import { publishedTown } from './published.ts';

/** The connection broke while the first of six follow-ups went out. */
async function town() {
  const app = await publishedTown();
  const { store, clock } = app.services;
  const { id } = await store.read.selectFrom('deliveries').select('id').executeTakeFirstOrThrow();
  await store.turn(({ db }) =>
    db
      .updateTable('deliveries')
      .set({ state: 'unknown', attemptId: 'attempt-1', attemptedAt: clock.now(), attempts: 1 })
      .where('id', '=', id)
      .execute(),
  );
  await officerOf(app, 'publisher');
  const page = `/console/deliveries/${id}`;
  const state = async () =>
    (await store.read.selectFrom('deliveries').select('state').where('id', '=', id).executeTakeFirst())
      ?.state;
  return { ...app, page, state, visitor: await Visitor.signedIn(app, 'publisher') };
}
const list = '/console/deliveries?state=unknown';
const attempt = { attempt: 'attempt-1' };

describe('a message of which nobody knows whether it arrived', () => {
  test('is linked to for publishers only', async () => {
    const { page, visitor, ...app } = await town();
    expect((await visitor.get(list)).html).toContain(`href="${page}"`);
    await officerOf(app, 'reviewer');
    const reviewer = await Visitor.signedIn(app, 'reviewer');
    expect((await reviewer.get(list)).html).not.toContain(`href="${page}"`);
    expect((await reviewer.get(page)).status).toBe(403);
    expect((await reviewer.post(`${page}/again`, attempt, '/console')).status).toBe(403);
  });

  test('is sent again where a publisher says so, after reading that it may arrive twice', async () => {
    const { page, visitor, state } = await town();
    const { html } = await visitor.get(page);
    expect(html).toContain('If it did arrive, the person gets it twice.');
    expect(html).toContain('name="attempt" value="attempt-1"');
    const answer = await visitor.post(`${page}/again`, attempt, page);
    expect(answer).toMatchObject({ status: 303, location: list });
    expect((await visitor.get(list)).html).toContain('It will be sent again');
    expect(await state()).toBe('queued');
  });

  test('is left where a publisher says so, and the list says that this was decided', async () => {
    const { page, visitor, state } = await town();
    await visitor.post(`${page}/leave`, attempt, page);
    const { html } = await visitor.get(list);
    expect(html).toContain('It is left as it is');
    expect(html).toContain('An officer decided to leave it');
    expect(html).not.toContain(`href="${page}"`);
    expect(await state()).toBe('unknown');
  });

  test('is not decided twice', async () => {
    const { page, visitor, state, services } = await town();
    await services.store.turn(({ db }) => db.updateTable('deliveries').set({ state: 'delivered' }).execute());
    for (const way of ['again', 'leave']) {
      await visitor.post(`${page}/${way}`, attempt, '/console');
      expect((await visitor.get(list)).html).toContain('Nothing was done: somebody has decided already');
    }
    expect(await visitor.get(page)).toMatchObject({ status: 302, location: list });
    expect(await state()).toBe('delivered');
  });

  test('is not sent by a form that names no attempt', async () => {
    const { page, visitor, state } = await town();
    for (const fields of [{}, { attempt: 'attempt-0' }, { attempt: 'x'.repeat(65) }])
      expect((await visitor.post(`${page}/again`, fields, page)).status).toBe(303);
    expect(await state()).toBe('unknown');
  });
});

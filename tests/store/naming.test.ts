import { expect, test } from 'vitest';
import { officersNamedIn } from '#store/naming.ts';
import { consultation } from '#tests/loop/consultation.ts';
import { databases } from './databases.ts';

const officers = [{ id: 'sandra', name: 'Sandra Pugh' }];

test.each(databases)(
  'whom hundreds of unread answers name is known after each change to them, on %s',
  async (database) => {
    const here = await consultation(database);
    const { store } = here;
    const resident = await here.resident();
    const row = await store.read
      .selectFrom('responses')
      .selectAll()
      .where('id', '=', await here.say(resident, { theme: null, text: 'The bus is late' }))
      .executeTakeFirstOrThrow();
    let next = 0;
    const add = (count: number, text: string, createdAt: (at: number) => number) =>
      store.turn(async ({ db }) => {
        const rows = Array.from({ length: count }, (_, at) => {
          next += 1;
          return { ...row, id: `r${next}`, text, createdAt: createdAt(at) };
        });
        await db.insertInto('responses').values(rows).execute();
      });
    const named = async () => [...(await officersNamedIn(store, 'unread', officers)).keys()].sort();
    const afresh = async () =>
      [
        ...(
          await officersNamedIn({ ...store, read: store.read.withoutPlugins() }, 'unread', officers)
        ).keys(),
      ].sort();
    const agree = async () => {
      const found = await named();
      expect(found).toEqual(await afresh());
      return found.length;
    };
    expect(await agree()).toBe(0);
    await add(450, 'The bus is late', (at) => at * 10);
    await add(400, 'Sandra Pugh is late', (at) => at * 10 + 5);
    expect(await agree()).toBe(400);
    // Many in the same moment, before all the others and among them.
    await add(350, 'Sandra Pugh is late', () => -7);
    await add(3, 'Sandra Pugh is late', () => 2000);
    expect(await agree()).toBe(753);
    const change = (ids: string[], to: object) =>
      store.turn(({ db }) => db.updateTable('responses').set(to).where('id', 'in', ids).execute());
    await change(['r1', 'r200'], { text: 'The bus is late, says Sandra Pugh' });
    expect(await agree()).toBe(755);
    await change(['r1', 'r500', 'r600'], { themedAt: 5 });
    expect(await agree()).toBe(752);
    await change(['r600'], { themedAt: null });
    await change(['r601'], { themedAt: 5 });
    await change(['r200'], { held: 1 });
    expect(await agree()).toBe(751);
    // Renamed, and asked about by two at once.
    const other = [{ id: 'sandra', name: 'Rhys Morgan' }];
    const [none, all] = await Promise.all([
      officersNamedIn(store, 'unread', other),
      officersNamedIn(store, 'unread', officers),
    ]);
    expect([none.size, all.size]).toEqual([0, 751]);
    await store.turn(({ db }) => db.deleteFrom('responses').execute());
    expect(await agree()).toBe(0);
  },
);

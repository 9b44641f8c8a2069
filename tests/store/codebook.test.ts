import { describe, expect, test } from 'vitest';
import { flowSchema } from '#flow/schema.ts';
import { themesOf } from '#store/codebook.ts';
import { codebookVersion } from '#store/codebook-changes.ts';
import { keepFlow } from '#store/consultations.ts';
import { flowOf } from '#tests/loop/consultation.ts';
import { testIds } from '#tests/support/clock.ts';
import { databases, emptyDatabase, open } from './databases.ts';

describe.each(databases)('a flow’s file, on %s', (database) => {
  test('seeds a codebook once, with what is in and out; that is version 0', async () => {
    const store = await open(await emptyDatabase(database));
    const { codebook, ...flow } = flowOf();
    const [first] = codebook;
    const seeded = flowSchema.parse({
      ...flow,
      codebook: [{ ...first, includes: { en: 'Walls', cy: 'Waliau' }, excludes: { en: 'Toilets' } }],
    });
    const newId = testIds('codebook');
    await store.turn((tx) => keepFlow(tx, { hash: 'v1', flow: seeded }, 1, newId));
    await store.turn((tx) => keepFlow(tx, { hash: 'v2', flow: flowOf() }, 2, newId));
    expect(await themesOf(store.read, 'high-street')).toMatchObject([
      {
        key: 'benches',
        includes: { en: 'Walls', cy: 'Waliau' },
        excludes: { en: 'Toilets' },
        state: 'active',
        mergedInto: null,
      },
    ]);
    expect(await codebookVersion(store.read, 'high-street')).toBe(0);
  });

  test('may have no codebook at all', async () => {
    const store = await open(await emptyDatabase(database));
    const { codebook: _, ...flow } = flowOf();
    const bare = flowSchema.parse(flow);
    expect(bare.codebook).toEqual([]);
    await store.turn((tx) => keepFlow(tx, { hash: 'v1', flow: bare }, 1, testIds('none')));
    expect(await themesOf(store.read, 'high-street')).toEqual([]);
  });
});

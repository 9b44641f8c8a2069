import { describe, expect, test } from 'vitest';
import { recordDescription } from '#store/equality.ts';
import { databases, emptyDatabase, open } from './databases.ts';

describe.each(databases)('what people say about themselves, on %s', (database) => {
  test('the latest answer to a question counts, and "rather not say" is an answer', async () => {
    const store = await open(await emptyDatabase(database));
    const say = (residentId: string, answer: string | null, at: number) =>
      store.turn((tx) =>
        recordDescription(tx, {
          residentId,
          consultationId: 'high-street',
          flowHash: `v${at}`,
          question: 'age',
          answer,
          at,
        }),
      );
    await say('anyone', 'under-25', 1);
    await say('somebody', 'over-65', 2);
    await say('anyone', null, 3);
    const rows = await store.read.selectFrom('equalityAnswers').selectAll().orderBy('residentId').execute();
    const same = { consultationId: 'high-street', question: 'age' };
    expect(rows).toEqual([
      { ...same, residentId: 'anyone', flowHash: 'v3', answer: null, at: 3 },
      { ...same, residentId: 'somebody', flowHash: 'v2', answer: 'over-65', at: 2 },
    ]);
  });
});

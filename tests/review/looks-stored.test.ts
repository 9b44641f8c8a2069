import { describe, expect, test } from 'vitest';
import { releaseCopy } from '#people/copy.ts';
import { eraseNow } from '#people/eraseNow.ts';
import { accept } from '#review/decide.ts';
import { markReviewed } from '#review/markReviewed.ts';
import { readResponse } from '#review/reading.ts';
import { rightOf } from '#review/right.ts';
import { lookSecond, nextSecondLook } from '#review/secondLook.ts';
import { themesOf } from '#store/codebook.ts';
import { council } from '#tests/conversation/council.ts';
import { databases } from '#tests/store/databases.ts';
import { typedIn } from './typed-in.ts';

const consultationId = 'high-street';

describe.each(databases)('looks, on %s', (database) => {
  test('are kept, compared, in the copy of whom they are about, and forgotten with them', async () => {
    const { services, clock, read, responses } = await council(database);
    for (let number = 0; number < 31; number += 1)
      await typedIn(services, { 'answer-now': `There are no benches. It is dark at night. ${number}` });
    await services.themer.themePending();
    const themes = await themesOf(read, consultationId);
    const openedAt = clock.now();
    clock.advance(60_000);
    for (const { id: responseId } of await responses()) {
      const given = { responseId, openedAt, officerId: 'ann' };
      for (const { id: codingId } of (await readResponse(read, responseId))?.suggestions ?? [])
        await accept(services, { ...given, codingId });
      await markReviewed(services, given);
    }
    const next = () => nextSecondLook(read, { consultationId, officerId: 'ben' }, null);
    expect((await next())?.others).toBe(30);
    const [one] = await responses();
    const { id: responseId = '', residentId = '' } = one ?? {};
    const second = { responseId, openedAt, officerId: 'ben', themeIds: [themes[0]?.id ?? ''] };
    expect(await lookSecond(services, second)).toBe('kept');
    expect((await next())?.others).toBe(29);
    const right = await rightOf(read, consultationId);
    expect(right).toMatchObject({
      ...{ reviewed: 31, looked: 31, officers: { responses: 1, figure: null } },
      machine: { responses: 31, figure: { exactly: { hits: 31, of: 31 } } },
    });

    const copy = await releaseCopy(services, { caseId: 'c', residentId, officerId: 'o' });
    expect(copy?.answers[0]?.judgedByOfficers).toMatchObject([
      { kind: 'review' },
      { kind: 'second', themes: [themes[0]?.name] },
    ]);
    await eraseNow(services, { residentId, officerId: null });
    await services.eraseDue();
    const left = await read.selectFrom('looks').select('responseId').execute();
    expect(left).toHaveLength(30);
    expect(left.map((look) => look.responseId)).not.toContain(responseId);
  });
});

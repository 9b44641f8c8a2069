import { describe, expect, it } from 'vitest';
import { addTheme } from '#review/addTheme.ts';
import { markReviewed } from '#review/markReviewed.ts';
import { themesOf } from '#store/codebook.ts';
import { council, phone } from '#tests/conversation/council.ts';

/** Each text is the whole answer of one more person; gives back their responses, read by the classifier. */
async function answers(of: Awaited<ReturnType<typeof council>>, texts: string[], from: number) {
  for (const [index, text] of texts.entries()) {
    await of.say(phone(from + index), 'high street');
    await of.say(phone(from + index), text);
  }
  of.clock.advance(200_000);
  await of.services.wake();
  await of.services.themer.themePending();
  return (await of.responses()).filter((response) => texts.includes(response.text));
}

describe.each(['sqlite', 'postgres'] as const)('suggestions, on %s', (dialect) => {
  it('point at the words they rest on, and a response with no theme is read and kept', async () => {
    const here = await council(dialect);
    const [bus, nothing] = await answers(
      here,
      ['The last bus home is at half five and it never turns up.', 'Zyx qwv'],
      1,
    );
    const codings = await here.read
      .selectFrom('codings')
      .selectAll()
      .where('responseId', '=', bus?.id ?? '')
      .execute();
    const themes = await themesOf(here.read, 'high-street');
    expect(themes.find(({ id }) => id === codings[0]?.themeId)?.key).toBe('buses-let-down');
    for (const { startAt, endAt, decision, source } of codings) {
      expect([source, decision]).toEqual(['machine', 'suggested']);
      expect(bus?.text.slice(startAt ?? -1, endAt ?? -1)).toMatch(/^\S(.*\S)?$/s);
    }
    expect(nothing?.themedAt).not.toBeNull();
    const none = await here.read
      .selectFrom('codings')
      .selectAll()
      .where('responseId', '=', nothing?.id ?? '')
      .execute();
    expect(none).toEqual([]);
  });

  it('learn from what officers decide', async () => {
    const here = await council(dialect);
    const themes = await themesOf(here.read, 'high-street');
    const idOf = (key: string) => themes.find((theme) => theme.key === key)?.id ?? '';
    const suggestedFor = async (text: string, number: number) => {
      const [response] = await answers(here, [text], number);
      const codings = await here.read
        .selectFrom('codings')
        .select('themeId')
        .where('responseId', '=', response?.id ?? '')
        .execute();
      return codings.map(({ themeId }) => themes.find(({ id }) => id === themeId)?.key);
    };
    expect(await suggestedFor('Kittiwakes screaming all day', 1)).not.toContain('dirty');

    const lessons = [
      ...['on the roof', 'by the bank', 'over the market', 'near the clock'].map((where) => [
        `Kittiwakes nesting ${where} again`,
        'dirty',
      ]),
      ...['from the village', 'after six', 'on Sundays', 'to the surgery'].map((when) => [
        `No bus comes ${when}`,
        'buses-let-down',
      ]),
    ] as const;
    const responses = await answers(
      here,
      lessons.map(([text]) => text ?? ''),
      10,
    );
    for (const response of responses) {
      const key = lessons.find(([text]) => text === response.text)?.[1] ?? '';
      const decided = { responseId: response.id, officerId: 'officer' };
      expect(await addTheme(here.services, { ...decided, themeId: idOf(key) })).toBe(true);
      await markReviewed(here.services, decided);
    }
    expect(await suggestedFor('The kittiwakes are back', 30)).toContain('dirty');
  });
});

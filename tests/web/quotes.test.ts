import { describe, expect, test } from 'vitest';
import { themeEvidence } from '#store/themes-read.ts';
import { consultation } from '#tests/loop/consultation.ts';
import { databases } from '#tests/store/databases.ts';
import { different, quotesFrom } from '#web/console/themes/quotes.ts';

const said = (responseId: string, text: string, agreed = 0) => ({
  ...{ responseId, text, agreed, startAt: null, endAt: null, language: 'en' },
});

test('what many people say in the same words is quoted once, whatever letters they write it in', () => {
  const evidence = [
    said('1', 'There is nowhere to sit down.'),
    said('2', 'There is nowhere to wait in the dry.', 1),
    said('3', 'THERE IS NOWHERE TO SIT DOWN.', 1),
  ];
  const ids = (quotes: { responseId: string }[]) => quotes.map(({ responseId }) => responseId);
  expect(ids(quotesFrom(evidence, []))).toEqual(['1', '2']);
  // Those that may be used in an outcome come first.
  expect(ids(different(evidence, [], 2))).toEqual(['2', '3']);
});

test('a sentence is the same with and without its full stop, commas and apostrophes; emoji are told apart', () => {
  const texts = ['Theres nowhere to sit', 'There’s nowhere, to SIT!', 'Nowhere to sit', '👍', '👎', '👍'];
  const quotes = quotesFrom(
    texts.map((text, at) => said(String(at), text)),
    [],
  );
  expect(quotes.map(({ words }) => words)).toEqual(['Theres nowhere to sit', 'Nowhere to sit', '👍', '👎']);
});

test('a sentence with personal data is not quoted', () => {
  const [quote] = quotesFrom([said('1', 'There is nowhere to sit down. Ring me on 07700 900123.')], []);
  expect(quote).toMatchObject({ words: 'There is nowhere to sit down.', after: false, mayBeQuoted: false });
});

describe.each(databases)('the evidence of one theme, on %s', (database) => {
  test('is read without that of the others, as much as is asked for', async () => {
    const { store, flow, theme, contributor } = await consultation(database);
    const span: [number, number] = [0, 20];
    await contributor({ said: { span } });
    await contributor({ said: { span } });
    await contributor({ said: { span, theme: 'buses' } });
    const of = async (perTheme: number, themeId?: string) =>
      (await themeEvidence(store.read, flow.id, perTheme, themeId)).map((one) => one.themeId);
    expect(await of(9, theme.benches)).toEqual([theme.benches, theme.benches]);
    expect(await of(1, theme.benches)).toEqual([theme.benches]);
    expect((await of(9)).toSorted()).toEqual([theme.benches, theme.benches, theme.buses].toSorted());
  });
});

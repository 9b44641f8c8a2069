import { describe, expect, test } from 'vitest';
import type { MessageBody } from '#domain/choices.ts';
import { outcomeKinds } from '#domain/words.ts';
import type { FollowUpText } from '#loop/compose.ts';
import { templatesOf } from '#loop/templates.ts';
import { databases } from '#tests/store/databases.ts';
import { consultation, organisation } from './consultation.ts';

const followUp = (change: Partial<FollowUpText> = {}): FollowUpText => ({
  organisation,
  kind: 'did',
  weDid: { en: 'there are six new benches.', cy: 'mae chwe mainc newydd.' },
  languages: ['en'],
  told: {
    words: { text: 'Nowhere to sit.', startAt: null, endAt: null, hidden: [] },
    topic: { en: 'the high street', cy: 'y stryd fawr' },
    at: Date.parse('2026-10-31T12:00:00Z'),
  },
  ...change,
});

describe('a follow-up as a template', () => {
  test('says who we are, what they told us and what was done', () => {
    expect(templatesOf(followUp())).toEqual([
      {
        name: 'followUp',
        language: 'en',
        variables: [
          'Riverside Council',
          'You told us: "Nowhere to sit."',
          'We did: there are six new benches.',
        ],
      },
    ]);
  });

  test('recalls only the topic where their words do not go back to them', () => {
    const told = { ...followUp().told, words: null };
    expect(templatesOf(followUp({ told }))[0]?.variables[1]).toBe(
      'You told us about the high street in October 2026.',
    );
  });

  test('prefers their language, and falls back to English where no template of theirs is approved', () => {
    expect(templatesOf(followUp({ languages: ['cy'] })).map(({ language }) => language)).toEqual([
      'cy',
      'en',
    ]);
    const english = { en: 'there are six new benches.' };
    expect(
      templatesOf(followUp({ languages: ['cy'], weDid: english })).map(({ language }) => language),
    ).toEqual(['en']);
  });

  test('names each kind of outcome, and keeps within what Meta takes', () => {
    const weDid = { en: 'benches and more benches. '.repeat(60) };
    for (const kind of outcomeKinds) {
      const [template] = templatesOf(followUp({ kind, weDid }));
      expect(template?.variables.join('').length).toBeLessThan(850);
      expect(template?.variables[2]).toMatch(/\.\.\.$/);
    }
  });
});

test.each(databases)('is kept beside the text in the ledger, on %s', async (database) => {
  const { contributor, draft, publish, deliveries } = await consultation(database);
  await contributor({ said: { text: 'Nowhere to sit by the shops.' } });
  await publish(await draft());
  const [delivery] = await deliveries();
  const { templates } = JSON.parse(delivery?.body ?? '{}') as MessageBody;
  expect(templates?.[0]).toMatchObject({
    name: 'followUp',
    language: 'en',
    variables: ['Riverside Council', 'You told us: "Nowhere to sit by the shops."', expect.any(String)],
  });
});

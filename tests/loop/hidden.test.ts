import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteFrom } from '#loop/quote.ts';
import { keepRedactions, wordsHash } from '#store/redactions.ts';
import { databases } from '#tests/store/databases.ts';
import { redact } from '#theming/redact/redact.ts';
import { consultation, NOON } from './consultation.ts';

const bench = 'There is nowhere to sit down outside the shops.';
const ring = 'Ring me on 07700 900123 after six.';
const unasked = { startAt: null, endAt: null };

const quoted = (text: string, span: { startAt: number | null; endAt: number | null } = unasked) =>
  quoteFrom(text, span, 160, redact(text).hidden);

describe('a quote from words in which something is hidden', () => {
  test.each([
    ['what comes after it', `${ring} ${bench}`, bench],
    ['what comes before it', `${bench} ${ring}`, bench],
    ['the first whole sentences without it', `${bench} It rains. ${ring} ${bench}`, `${bench} It rains.`],
  ])('is %s', (_, text, words) => {
    expect(quoted(text)?.words).toBe(words);
  });

  test('is the part of the evidence that stands in a sentence of its own', () => {
    const text = `Hello. ${ring} The shelter leaks and nobody mends it. ${bench}`;
    const evidence = { startAt: text.indexOf('900123'), endAt: text.indexOf(' There is') };
    expect(quoted(text, evidence)?.words).toBe('The shelter leaks and nobody mends it.');
  });

  test('is none where every sentence holds something hidden: no sentence is shown up to a number', () => {
    expect(quoted('Benches please, ring me on 07700 900123 and I will show you where')).toBeNull();
    expect(quoted(`Thanks. ${ring}`)).toBeNull();
  });

  test('is as ever where nothing is hidden', () => {
    expect(quoted('Buses')?.words).toBe('Buses');
    expect(quoted(`It costs £3.50. ${bench}`)?.words).toBe(`It costs £3.50. ${bench}`);
  });

  test('is verbatim and touches nothing hidden, whatever the words', () => {
    const some = fc.constantFrom(
      ring,
      bench,
      'My card is 4111 1111 1111 1111!',
      'a@example.org',
      'Pam\n',
      '... ',
      'no',
      '?',
    );
    const texts = fc.array(fc.oneof(some, fc.lorem({ maxCount: 8 }), fc.string({ maxLength: 9 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        texts,
        fc.nat(200),
        fc.nat(200),
        fc.integer({ min: 12, max: 200 }),
        (parts, from, length, longest) => {
          const text = parts.join(' ');
          const { hidden } = redact(text);
          const quote = quoteFrom(text, { startAt: from, endAt: from + length }, longest, hidden);
          if (quote === null) return;
          expect(text).toContain(quote.words);
          for (const { start, end } of hidden) expect(quote.words).not.toContain(text.slice(start, end));
          expect(redact(quote.words).hidden).toEqual([]);
        },
      ),
    );
  });

  test('is never just a word where they said more in one go', () => {
    const again = fc.constantFrom(
      'No.',
      'no',
      'Help!',
      'Buses\n',
      'a, a, b.',
      bench,
      'The bus, the bus, no.',
    );
    const texts = fc.array(fc.oneof(again, again, fc.lorem({ maxCount: 40 })), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(
        ...[texts, texts, fc.boolean(), fc.nat(400), fc.nat(400)],
        fc.integer({ min: 40, max: 200 }),
        (parts, others, isHidden, from, length, longest) => {
          const said = parts.join(' ').trim();
          fc.pre(said.length >= 20);
          const text = isHidden ? `${others.join(' ')}\n${ring}\n${said}` : said;
          const span = { startAt: from, endAt: from + length };
          expect(quoteFrom(text, span, longest, redact(text).hidden)?.words.length).toBeGreaterThanOrEqual(
            20,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe.each(databases)('a follow-up, on %s', (database) => {
  test('never holds what a rule hides, as a text or as a template', async () => {
    const town = await consultation(database);
    await town.contributor({ said: { text: `${ring} ${bench}` } });
    await town.contributor({ said: { text: 'Benches please, ring me on 07700 900123' } });
    await town.publish(await town.draft());
    const [one, other] = await town.texts();
    expect(one).toContain(`You told us: "${bench}"`);
    expect(other).toContain('You told us about the high street');
    const bodies = (await town.deliveries()).map(({ body }) => body).join();
    expect(bodies).not.toContain('900123');
    expect(bodies).toContain('templates');
  });

  test('holds no possible name until somebody has said that it is none, and nothing that an officer hides', async () => {
    const town = await consultation(database);
    const text = `My neighbour Rowan has nowhere to sit. ${bench}`;
    const decide = async (words: string, decision: 'hidden' | 'shown') => {
      const { responseId } = await town.contributor({ said: { text } });
      const startAt = text.indexOf(words);
      await town.store.turn(({ db }) =>
        keepRedactions(db, [
          {
            ...{ id: town.newId(), responseId, startAt, endAt: startAt + words.length, kind: 'name' },
            ...{ wordsHash: wordsHash(responseId, words), decision, officerId: 'o', createdAt: NOON },
          },
        ]),
      );
    };
    await town.contributor({ said: { text } });
    await decide('Rowan', 'shown');
    await decide('outside the shops', 'hidden');
    await town.publish(await town.draft());
    const texts = await town.texts();
    expect(texts[0]).toContain(`"${bench}"`);
    expect(texts[0]).not.toContain('Rowan');
    expect(texts[1]).toContain('Rowan');
    expect(texts[2]).toContain('You told us about the high street');
  });
});

import { describe, expect, test } from 'vitest';
import { segmentsOf } from '#domain/segments.ts';
import { languages } from '#domain/words.ts';
import { flowSchema } from '#flow/schema.ts';
import { categories } from '#safeguarding/detect.ts';
import { nations, signposts } from '#safeguarding/signposts.ts';

const numbers = (lines: string[]) => lines.join(' ').replaceAll(' ', '');

test('every nation that a flow may name has its lines', () => {
  expect([...flowSchema.shape.nation.options].sort()).toEqual([...nations].sort());
});

describe.each(nations)('in %s', (nation) => {
  test.each(categories)('%s begins with 999, in both languages', (category) => {
    const [en, cy] = languages.map((language) => signposts(nation, category, language));
    expect(en?.[0]).toContain('999');
    expect(cy?.[0]).toContain('999');
    expect(cy).toHaveLength(en?.length ?? 0);
    expect((cy ?? []).map((line) => line.match(/\d/g)?.join(''))).toEqual(
      (en ?? []).map((line) => line.match(/\d/g)?.join('')),
    );
  });

  test('the English lines keep to the SMS alphabet', () => {
    for (const category of categories)
      expect(segmentsOf(signposts(nation, category, 'en').join('\n')).forcedBy).toBeNull();
  });

  test('self-harm has the Samaritans, SHOUT and Childline', () => {
    const said = numbers(signposts(nation, 'selfHarm', 'en'));
    for (const number of ['116123', '85258', '08001111']) expect(said).toContain(number);
  });
});

test('111 option 2 is for England and Wales, and Lifeline for Northern Ireland', () => {
  const said = (nation: (typeof nations)[number]) => signposts(nation, 'selfHarm', 'en').join('\n');
  expect(said('england')).toContain('111, then press 2');
  expect(said('wales')).toContain('111, then press 2');
  expect(said('scotland')).not.toContain('press 2');
  expect(said('northern-ireland')).not.toContain('call 111');
  expect(said('northern-ireland')).toContain('0808 808 8000');
});

test('each nation has its own line for domestic abuse, and only that', () => {
  const lines = ['08082000247', '08088010800', '08000271234', '08088021414'];
  const found = nations.map((nation) =>
    lines.filter((line) => numbers(signposts(nation, 'abuse', 'en')).includes(line)),
  );
  expect(found).toEqual([[lines[0]], [lines[1]], [lines[2]], [lines[3]]]);
});

test('a category of an older session still gets numbers to call', () => {
  expect(numbers(signposts('wales', 'distress', 'en'))).toContain('116123');
});

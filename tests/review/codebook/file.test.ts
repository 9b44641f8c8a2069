import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codebookCsv, readCodebookCsv } from '#review/codebook/csv.ts';
import { editTheme } from '#review/codebook/editTheme.ts';
import { importCodebook, MOST_THEMES, planImport } from '#review/codebook/importCodebook.ts';
import { undoChange } from '#review/codebook/undoChange.ts';
import { formsOf, saysSomething, wordsOf } from '#review/codebook/words.ts';
import { codebookYaml, readCodebookYaml } from '#review/codebook/yaml.ts';
import type { LineProblem } from '#review/csvRows.ts';
import type { Theme } from '#store/codebook.ts';
import { databases } from '#tests/store/databases.ts';
import { codebook, versionOf } from './codebook.ts';

const formats = {
  csv: { write: codebookCsv, read: readCodebookCsv },
  yaml: { write: codebookYaml, read: readCodebookYaml },
};

function read(format: keyof typeof formats, content: string) {
  const problems: LineProblem[] = [];
  const file = formats[format].read(Buffer.from(content), problems);
  return { file, problems };
}

/** Words that spreadsheets, YAML and CSV each have a meaning of their own for. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      ...['=1+1', '-5', '+44', '@a', "'=x", "''=", "'", 'no', '~', '- a', 'a: b', '#', '{a}', '"', 'a\r\nb'],
      ...['1e3', 'null', '|', '> ', 'a;b,c', '\tx', '\ufeffb', ' a ', 'Mae’n oer'],
    ),
  )
  // A lone half of a character is none, and NUL is refused.
  .map((text) => text.replaceAll('\0', '').toWellFormed())
  .filter(saysSomething);
const texts = fc.record({ en: words, cy: words, pl: words, 'en-easy': words }, { requiredKeys: ['en'] });
const optional = fc.record({ en: words, cy: words, ro: words }, { requiredKeys: [] });
const examples = fc.record(
  { en: fc.array(words, { maxLength: 3 }), cy: fc.array(words, { maxLength: 3 }) },
  { requiredKeys: [] },
);
const theme = (index: number) =>
  fc
    .record({ name: texts, definition: texts, includes: optional, excludes: optional, examples })
    .chain((said) =>
      fc.constantFrom('active' as const, 'retired' as const).map(
        (state): Theme => ({
          ...wordsOf(said),
          id: `id-${index}`,
          key: `theme-${index}`,
          consultationId: 'c',
          state,
          mergedInto: null,
          position: index,
          createdAt: 1,
        }),
      ),
    );
/** No two themes in use are called the same. */
const named = (themes: readonly Theme[]) => {
  const names = themes.flatMap(({ name }) => formsOf(name));
  return new Set(names).size === names.length;
};
const codebooks = fc
  .integer({ min: 1, max: 4 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => theme(index))))
  .filter(named);

describe.each(['csv', 'yaml'] as const)('a codebook as %s', (format) => {
  test('that is exported and imported again changes nothing', () => {
    fc.assert(
      fc.property(codebooks, (themes) => {
        const inUse = themes.filter(({ state }) => format === 'csv' || state === 'active');
        fc.pre(inUse.length > 0);
        const { file, problems } = read(format, formats[format].write(themes));
        expect(problems).toEqual([]);
        const planned = planImport(themes, file, ['en', 'cy']);
        expect(planned).toEqual({ added: [], changed: [], same: inUse.length, absent: 0, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('goes into an empty codebook as it was', () => {
    fc.assert(
      fc.property(codebooks, (themes) => {
        const active = themes.map((one) => ({ ...one, state: 'active' as const }));
        const { file } = read(format, formats[format].write(active));
        const { added, problems } = planImport([], file, ['en']);
        expect(problems).toEqual([]);
        const again = added.map((one, index) => ({
          ...one,
          id: `id-${index}`,
          consultationId: 'c',
          createdAt: 1,
        }));
        expect(formats[format].write(again)).toBe(formats[format].write(active));
      }),
      { numRuns: 100 },
    );
  });
});

const one: Theme = {
  ...wordsOf({ name: { en: '=SUM(A1)', cy: 'Un' }, definition: { en: 'One, "and" more', cy: 'Un' } }),
  ...{
    id: 'id',
    key: 'one',
    consultationId: 'c',
    state: 'active',
    mergedInto: null,
    position: 0,
    createdAt: 1,
  },
  examples: { en: ['First', 'Second'] },
};

test('a CSV file holds a row a theme that no spreadsheet runs, examples one a line', () => {
  expect(codebookCsv([one])).toBe(
    '\ufeffkey,name,definition,includes,excludes,examples,name_cy,definition_cy,includes_cy,excludes_cy,examples_cy,state\r\n' +
      'one,\'=SUM(A1),"One, ""and"" more",,,"First\nSecond",Un,Un,,,,active\r\n',
  );
});

test('a YAML file holds the codebook of a flow file', () => {
  expect(
    codebookYaml([
      { ...one, includes: { en: 'In' } },
      { ...one, state: 'retired' },
    ]),
  ).toBe(
    `codebook:
  - id: one
    name:
      en: =SUM(A1)
      cy: Un
    definition:
      en: One, "and" more
      cy: Un
    includes:
      en: In
    examples:
      en:
        - First
        - Second
`,
  );
});

test('a name that another theme in use has is wrong by line; swapped names, and the name of one out of use, are not', () => {
  const called = (key: string, en: string, state: Theme['state'] = 'active'): Theme => ({
    ...{ ...one, ...wordsOf({ name: { en }, definition: { en: 'Yes' } }) },
    ...{ id: key, key, state },
  });
  const themes = [called('a', 'Buses are late'), called('b', 'Too dark'), called('c', 'Unsafe', 'retired')];
  const plan = (rows: string) =>
    planImport(themes, read('csv', `key,name,definition,state\n${rows}`).file, ['en']);
  const text = 'There is already a theme with this name';
  expect(plan('b,"buses  ARE late",Yes,\nd,Too dark,Yes,\n').problems).toEqual([
    { line: 2, column: 'name', text },
  ]);
  expect(
    plan('d,too dark,Yes,\ne,Unsafe,Yes,\nc,Unsafe,Yes,active\n').problems.map(({ line }) => line),
  ).toEqual([...[4, 2, 3]]);
  expect(plan('a,Too dark,Yes,\nb,Buses are late,Yes,\nd,Unsafe,Yes,\n').problems).toEqual([]);
});

test('a column that is missing changes nothing, an empty cell empties, and a new theme gets a key', () => {
  const { file } = read('csv', 'key,name,examples,definition\none,One is one,,\n,Two is two,A,Both\n');
  const { added, changed, problems } = planImport([one], file, ['cy', 'en']);
  expect(problems).toEqual([
    { line: 3, column: 'name', text: 'Write the name in Welsh.' },
    { line: 3, column: 'definition', text: 'Write the definition in Welsh.' },
  ]);
  expect(changed).toMatchObject([
    {
      parts: ['name', 'definition', 'examples'],
      become: { name: { en: 'One is one', cy: 'Un' }, examples: {} },
    },
  ]);
  expect(added).toMatchObject([{ key: 'two-is-two', examples: { en: ['A'] } }]);
});

test.each([
  ['an unknown column', 'key,nam\none,x\n', /line 1.*There is no such column/],
  ['another state', 'key,state\none,gone\n', /line 2.*active or retired/],
  ['a key twice', 'key,name_cy\none,A\none,B\n', /line 3.*same key as in line 2/],
  ['a key that is none', 'key,name,definition\nOne!,A,B\n', /line 2.*lower-case letters/],
  ['no definition', 'key,name\ntwo,A\n', /line 2.*Write the definition in English/],
  ['a name that is too long', `key,name\none,${'x'.repeat(81)}\n`, /line 2.*at most 80 characters/],
  ['a cell too many', 'key,name\none,A,B\n', /line 2.*more cells/],
  ['an empty file', '', /line 1.*no lines/],
  ['two columns of one name', 'key,name,name\none,A,B\n', /line 1.*more than one column of this name/],
  ['a name that nobody sees', 'key,name,definition\ntwo,\u200b,B\n', /line 2.*Write the name in English/],
])('a CSV file with %s says so by line', (_what, content, says) => {
  const { file, problems } = read('csv', content);
  problems.push(...planImport([one], file, ['en']).problems);
  expect(problems.map(({ line, text }) => `line ${line}: ${text}`)).toEqual([expect.stringMatching(says)]);
});

test.each([
  ['no codebook', 'title: a\n', /line 1: Codebook is missing/],
  ['a list', '- id: two\n  name: { en: Two }\n', /line 1: .*definition is missing/],
  [
    'an unknown part',
    'codebook:\n  - id: two\n    nam: x\n    name: { en: A }\n    definition: { en: B }\n',
    /line 3: .*"nam" is not known/,
  ],
  ['no YAML', 'codebook: [\n', /not valid YAML/],
  ['brackets without end', `codebook: ${'['.repeat(20_000)}`, /line 1: /],
  [
    'an empty name',
    'codebook:\n  - id: two\n    name: { en: "" }\n    definition: { en: B }\n',
    /line 3: .*name en is empty/,
  ],
])('a YAML file with %s says so by line', (_what, content, says) => {
  const { problems } = read('yaml', content);
  expect(problems.map(({ line, text }) => `line ${line}: ${text}`)).toContainEqual(
    expect.stringMatching(says),
  );
});

test('a file of brackets without end is one thing to put right', () => {
  expect(read('yaml', `codebook: ${'['.repeat(20_000)}`).problems).toHaveLength(1);
});

test.each([
  ['a zero-width space', 'Too\u200b dark'],
  ['a soft hyphen', 'Too da\u00adrk'],
  ['full width', 'Ｔoo dark'],
  ['a mark that turns the writing', '\u202eToo dark'],
])('a name that differs from another by %s alone is the same', (_what, name) => {
  const file = read('csv', `name,definition\nToo dark,Yes\n${name},Yes\n`).file;
  expect(planImport([], file, ['en']).problems.map(({ line, column }) => [line, column])).toEqual([
    [2, 'name'],
    [3, 'name'],
  ]);
});

test.each([
  ['digits', (place: number) => `${place}`],
  [
    'Bengali',
    (place: number) => `মিল ${'ক'.repeat(1 + (place % 25))}${'খ'.repeat(1 + Math.floor(place / 25))}`,
  ],
])(
  'as many themes as a file may hold, named in %s, are planned, each with a key of its own',
  (_what, nameOf) => {
    const rows = (count: number) =>
      `name,definition\n${Array.from({ length: count }, (_, place) => `${nameOf(place)},d`).join('\n')}`;
    const { added, problems } = planImport([], read('csv', rows(MOST_THEMES)).file, ['en']);
    expect(problems).toEqual([]);
    expect(new Set(added.map(({ key }) => key)).size).toBe(MOST_THEMES);
    expect(added.slice(0, 2).map(({ key }) => key)).toEqual(['theme', 'theme-2']);
    const many = planImport([], read('csv', rows(MOST_THEMES + 1)).file, ['en']);
    expect(many.added).toEqual([]);
    expect(many.problems).toEqual([
      { line: MOST_THEMES + 2, column: null, text: 'The file must hold 500 themes or fewer.' },
    ]);
  },
);

test('the codebook of a whole flow file is read, whatever else is in it', () => {
  const flow =
    'id: x\nsteps: nonsense\ncodebook:\n  - id: two\n    name: { en: A }\n    definition: { en: B }\n';
  const { file, problems } = read('yaml', flow);
  expect([problems, file]).toMatchObject([[], [{ key: 'two', line: 4 }]]);
});

describe.each(databases)('importing, on %s', (database) => {
  test('is one change, and undone as one', async () => {
    const here = await codebook(database);
    const { desk, asked } = here;
    const before = await here.themes();
    const { file } = read(
      'csv',
      'key,name,definition,state\nbenches,Sit down,,\nbuses,,,retired\n,Toilets are shut,New,\n',
    );
    const wrong = await importCodebook(desk, { ...asked, seen: 0, file, languages: ['en'] });
    expect(wrong).toMatchObject({ why: 'problems', problems: [{ line: 2 }, { line: 3 }, { line: 3 }] });
    expect([await here.themes(), await here.seen()]).toEqual([before, 0]);
    const right = read('csv', 'key,name,state\nbenches,Sit down,\nbuses,Buses,retired\n');
    const more = read('csv', 'name,definition\nToilets are shut,New\n');
    const languages = ['en', 'cy'] as const;
    const done = { ...asked, seen: 0, file: [...right.file, ...more.file], languages };
    expect(versionOf((await importCodebook(desk, done)) as never)).toBe(1);
    expect((await here.themes()).map(({ key, name, state }) => [key, name.en, state])).toEqual([
      ['benches', 'Sit down', 'active'],
      ['buses', 'Buses', 'retired'],
      ['toilets-are-shut', 'Toilets are shut', 'active'],
    ]);
    versionOf(await undoChange(desk, { ...asked, version: 1 }));
    expect((await here.themes()).slice(0, 2)).toEqual(before);
    expect((await here.themes())[2]).toMatchObject({ state: 'retired' });
  });

  test('of the same file again once that was undone makes its themes again', async () => {
    const here = await codebook(database);
    const { desk, asked } = here;
    const { file } = read('csv', 'key,name,definition\ntoilets,Toilets are shut,New\n');
    const given = { ...asked, file, languages: ['en'] as const };
    versionOf((await importCodebook(desk, { ...given, seen: 0 })) as never);
    versionOf(await undoChange(desk, { ...asked, version: 1 }));
    versionOf((await importCodebook(desk, { ...given, seen: await here.seen() })) as never);
    expect((await here.themes()).find(({ key }) => key === 'toilets')).toMatchObject({ state: 'active' });
  });

  test('does nothing where a colleague has changed anything since the file was looked at', async () => {
    const here = await codebook(database);
    const { desk, asked, theme } = here;
    const renamed = wordsOf({ name: { en: 'Other' }, definition: { en: 'Words' } });
    versionOf(await editTheme(desk, { ...asked, seen: 0, themeId: theme.buses, words: renamed }));
    const { file } = read('csv', 'key,name\nbenches,Sit down\n');
    const languages = ['en'] as const;
    expect(await importCodebook(desk, { ...asked, seen: 0, file, languages })).toMatchObject({
      why: 'changed',
    });
    expect(await importCodebook(desk, { ...asked, seen: 1, file: [], languages })).toEqual({
      done: true,
      version: 1,
    });
  });
});

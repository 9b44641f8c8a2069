import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintFlow } from '#flow/lint/lint.ts';
import { parseFlow } from '#flow/load.ts';
import { good } from './good-flow.ts';

/** What a writer is told, as one line a problem. */
function told(source: string): string[] {
  const parsed = parseFlow(source, 'flows/x.yaml');
  return 'flow' in parsed ? [] : parsed.problems.map(({ line, what, fix }) => `${line}: ${what}; ${fix}`);
}

const lineOf = (source: string, words: string) => source.slice(0, source.indexOf(words)).split('\n').length;

/** Each change breaks one thing; the problem stands at `at`, or at what was put in. */
const broken: { name: string; from: string; to: string; at?: string; says: string }[] = [
  {
    name: 'a misspelt line',
    from: 'quoteBack: true',
    to: 'quoteback: true',
    says: '"quoteback" is not known here',
  },
  {
    name: 'a missing part',
    from: 'nation: wales',
    to: '# none',
    at: 'id: small',
    says: 'nation is missing; write england',
  },
  {
    name: 'a nation that is none',
    from: 'nation: wales',
    to: 'nation: mercia',
    says: 'nation is not one that is known',
  },
  {
    name: 'a date that is none',
    from: 'closes: 2027-12-31',
    to: 'closes: 2027-02-30',
    says: 'write a date as 2026-11-20',
  },
  {
    name: 'dates the wrong way round',
    from: 'closes: 2027-12-31',
    to: 'closes: 2025-12-31',
    says: 'closes before it has opened',
  },
  { name: 'an unknown kind of step', from: 'kind: end', to: 'kind: fin', says: 'is not a kind of step' },
  { name: 'an id with capitals', from: 'id: thanks', to: 'id: Thanks', says: 'use lower-case letters' },
  { name: 'an empty text', from: 'en: Tell us about it.', to: "en: ''", says: 'is empty; write the text' },
  { name: 'a text that is a number', from: 'en: Tell us about it.', to: 'en: 42', says: 'is not a text' },
  { name: 'a list that is a text', from: 'languages: [en, cy]', to: 'languages: en', says: 'is not a list' },
  { name: 'no language', from: 'languages: [en, cy]', to: 'languages: []', says: 'at least 1' },
  {
    name: 'a missing translation',
    from: '      cy: Dywedwch wrthym am y bws.\n',
    to: '',
    at: 'ask: # bus',
    says: 'steps 4 ask has no text in cy',
  },
  {
    name: 'a repeated step',
    from: 'kind: end\n    id: thanks',
    to: 'kind: end\n    id: bus',
    at: 'id: bus\n    text',
    says: 'a second step is called "bus"',
  },
  {
    name: 'a repeated choice',
    from: 'id: walk',
    to: 'id: ride',
    at: 'id: ride\n        label: { en: On',
    says: 'a second choice is called "ride"',
  },
  {
    name: 'a way to nowhere',
    from: 'else: thanks',
    to: 'else: thnaks',
    says: 'there is no step called "thnaks"',
  },
  {
    name: 'a case that is no choice',
    from: 'ride: bus',
    to: 'rode: bus',
    says: '"rode" is not a choice of step "how"',
  },
  { name: 'a branch on a question', from: 'on: how', to: 'on: first', says: '"first" is not a choice step' },
  {
    name: 'a branch before its choice',
    from: '# first goes on',
    to: 'next: by-how',
    at: 'on: how',
    says: 'can be reached before "how" is asked',
  },
  {
    name: 'a step that is never reached',
    from: 'ride: bus',
    to: 'ride: thanks',
    at: 'id: bus',
    says: 'step "bus" is never reached',
  },
  {
    name: 'a first step that is no question',
    from: 'steps:\n',
    to: 'steps:\n  - { kind: say, id: hello, text: { en: Hello, cy: Helo } }\n',
    at: '  - { kind: say',
    says: 'is not an open question',
  },
  {
    name: 'no end',
    from: 'kind: end',
    to: 'kind: say',
    at: 'id: thanks',
    says: 'is the last and leads nowhere',
  },
  { name: 'a reserved keyword', from: 'en: [small]', to: 'en: [Help!]', says: '"help" cannot be a keyword' },
  {
    name: 'a keyword that is a number',
    from: 'en: [small]',
    to: "en: ['1']",
    says: 'needs at least one letter',
  },
  {
    name: 'a keyword twice',
    from: 'en: [small]',
    to: 'en: [small, SMALL]',
    says: 'the keyword "small" is there twice',
  },
  { name: 'a reserved choice', from: 'On foot', to: 'Yes', says: '"yes" cannot be a choice' },
  {
    name: 'a Welsh command as a choice',
    from: 'Ar droed',
    to: 'Cymorth',
    says: '"cymorth" cannot be a choice',
  },
  { name: 'two choices alike', from: 'On foot', to: 'BY BUS', says: 'two choices are called "by bus"' },
  { name: 'a placeholder', from: 'Tell us about it.', to: 'Tell {name} about it.', says: 'curly brackets' },
  {
    name: 'a first question that is too long',
    from: 'Tell us about it.',
    to: `Tell us ${'all '.repeat(25)}`,
    says: 'does not fit two SMS; shorten it to 90',
  },
  {
    name: 'a curly quote in the first question',
    from: 'Tell us about it.',
    to: 'Tell us what’s it like.',
    says: 'the character ’ makes the first text',
  },
  {
    name: 'a theme twice',
    from: 'id: slow',
    to: 'id: dear',
    at: 'id: dear\n    name: { en: It is slow',
    says: 'a second theme is called "dear"',
  },
  { name: 'a key twice', from: 'quoteBack: true', to: 'title: twice', says: 'keep one of the two' },
  { name: 'a tab', from: 'quoteBack: true', to: 'frame2:\n\ta: 1', at: '\ta: 1', says: 'indent with spaces' },
  {
    name: 'an unknown tag',
    from: 'quoteBack: true',
    to: 'quoteBack: !!js/function "x"',
    says: 'not valid YAML',
  },
  {
    name: 'two documents',
    from: 'quoteBack: true',
    to: 'quoteBack: true\n---\na: 1',
    at: '---',
    says: 'put one flow in each file',
  },
];

describe('a broken file is refused with its line and a remedy', () => {
  test.each(broken)('$name', ({ from, to, at, says }) => {
    const source = good.replace(from, to);
    expect(source).not.toBe(good);
    const problems = told(source);
    expect(problems.join('\n')).toContain(says);
    expect(problems.find((problem) => problem.includes(says))).toMatch(
      new RegExp(`^${lineOf(source, at ?? to)}: .+; .+`),
    );
  });

  test('a circle of steps that never asks', () => {
    const source = good
      .replace('# bus goes on', 'next: again')
      .concat(
        '  - { kind: say, id: again, text: { en: Hello, cy: Helo }, next: more }\n',
        '  - { kind: say, id: more, text: { en: Hello, cy: Helo }, next: again }\n',
      );
    expect(told(source).join('\n')).toContain('step "again" comes back to itself without asking anything');
  });

  test('questions that go round and never end', () => {
    const source = good.replace('# bus goes on', 'next: bus');
    expect(told(source)).toEqual([
      `${lineOf(source, 'id: bus')}: step "bus" never leads to an end; let it, or a step after it, lead to an end step`,
    ]);
  });

  test('a question that may come back is no circle', () => {
    expect(told(good.replace('# bus goes on', 'next: how'))).toEqual([]);
  });

  test('every problem at once', () => {
    expect(
      told(
        good
          .replace('else: thanks', 'else: gone')
          .replace('nation: wales', 'nation: mercia')
          .replace('id: small', ''),
      ),
    ).toHaveLength(2);
  });

  test.each([
    ['empty', ''],
    ['a list', '- a\n- b\n'],
    ['a text', 'hello'],
    ['a number where a flow should be', '42'],
  ])('%s', (_, source) => expect(told(source)[0]).toMatch(/^1: .+; .+/));

  test('a file that unfolds for ever', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `x${i + 1}: &x${i + 1} [${`*x${i}, `.repeat(9)}1]`);
    expect(told(['x0: &x0 [1]', ...lines].join('\n'))).toEqual([
      '1: the file nests or repeats itself too much to be read; write it out without so many aliases',
    ]);
  });

  test('a file that nests for ever', () => {
    expect(told('['.repeat(100_000)).length).toBeGreaterThan(0);
  });

  test('a file of half a megabyte', () => {
    expect(told('#'.repeat(500_000))[0]).toContain('over 256 KB');
  });
});

test('texts may be shared through an alias, and a problem inside still has a line', () => {
  const shared = good.replace('ask: # bus', 'ask: &asked').replace('text: # thanks', 'text: *asked #');
  expect(
    told(
      shared
        .split('\n')
        .filter((line) => !/Thank you|Diolch/.test(line))
        .join('\n'),
    ),
  ).toEqual([]);
});

test('whatever is done to a file, it is a flow or a list of problems that each say where and how', () => {
  const lines = good.split('\n');
  const change = fc.tuple(
    fc.nat(lines.length - 1),
    fc.oneof(
      fc.constantFrom(
        '',
        'id: small',
        '  - 7',
        '    next: first',
        '    cases: { a: b }',
        '? [a]: b',
        '*gone',
        '- []',
      ),
      fc.constantFrom('__proto__: { a: 1 }', '  constructor: 1', '<<: { a: 1 }', 'steps:', '"', '!!set {a}'),
      fc.string({ maxLength: 20 }),
    ),
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const source = lines.with(0, lines[0] ?? '');
      for (const [at, put] of changes) source[at] = put;
      const parsed = parseFlow(source.join('\n'), 'flows/x.yaml');
      const linted = lintFlow(source.join('\n'), 'flows/x.yaml');
      expect(linted.errors).toEqual('flow' in parsed ? [] : parsed.problems);
      for (const { line, rule } of linted.warnings) expect([line > 0, rule !== '']).toEqual([true, true]);
      if ('flow' in parsed) return;
      expect(parsed.problems.length).toBeGreaterThan(0);
      for (const { line, what, fix } of parsed.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(source.join('\n').split('\n').length);
        expect(what).not.toBe('');
        expect(fix).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});

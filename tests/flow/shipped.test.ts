import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '#domain/segments.ts';
import { lintFiles } from '#flow/lint/lint.ts';
import { flowFiles, loadFlows } from '#flow/load.ts';
import { reservedWords } from '#flow/reserved.ts';
import { saidIn } from '#flow/said.ts';
import { commandWords } from '#texts/commands.ts';

const folder = fileURLToPath(new URL('../../flows', import.meta.url));
const shipped = await loadFlows(folder);

test('the two shipped flows load', () => {
  expect(shipped.map(({ flow }) => flow.id)).toEqual(['high-street', 'carers']);
});

test('they break no rule, and warn of nothing', async () => {
  expect(lintFiles(await flowFiles(folder), folder)).toEqual({ errors: [], warnings: [] });
});

test('the high street may be read in easy words, in both languages', () => {
  const easy = shipped.map(({ flow }) =>
    saidIn(flow)
      .filter((said) => said.easy)
      .map(({ voice }) => voice),
  );
  expect(easy.map((voices) => [...new Set(voices)])).toEqual([['en-easy', 'cy-easy'], []]);
});

test('a resident reads their own words only where the phone is likely theirs', () => {
  expect(shipped.map(({ flow }) => flow.quoteBack)).toEqual([true, false]);
});

describe.each(shipped.map(({ flow }) => ({ id: flow.id, flow })))('$id', ({ flow }) => {
  test('listens first, then asks whether to write again, about quoting last, and about the person after all', () => {
    const kinds = flow.steps
      .map((step) => (step.kind === 'consent' ? step.consent : step.kind))
      .filter((kind) => kind !== 'equality');
    expect(kinds.slice(0, 3)).toEqual(['open', 'hearBack', 'open']);
    expect(kinds.slice(-3)).toEqual(['open', 'quote', 'end']);
  });

  test('ends its questions by asking what was not asked', () => {
    const last = flow.steps.filter((step) => step.kind === 'open').at(-1);
    expect(last?.ask.en).toContain('What should we have asked?');
  });

  test('asks in texts of the SMS alphabet, of at most two segments, with no link', () => {
    for (const step of flow.steps) {
      const said = 'ask' in step ? step.ask.en : 'text' in step ? step.text.en : '';
      const { forcedBy, count } = segmentsOf(said ?? '');
      expect(forcedBy).toBeNull();
      expect(count).toBeLessThanOrEqual(2);
      expect(said).not.toMatch(/https?:|www\./);
    }
    expect(segmentsOf(flow.privacy.en ?? '').forcedBy).toBeNull();
  });

  test('explains every theme, in both languages, with examples', () => {
    for (const theme of flow.codebook) {
      expect(Object.keys(theme.definition)).toEqual(['en', 'cy']);
      expect(theme.examples.en?.length).toBeGreaterThan(0);
      expect(theme.examples.cy?.length).toBeGreaterThan(0);
    }
  });
});

test('every command of one or two words is reserved', () => {
  const short = [...commandWords].filter((word) => !word.includes(' '));
  expect(short.filter((word) => !reservedWords.has(word))).toEqual([]);
});

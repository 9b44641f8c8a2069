import { describe, expect, it } from 'vitest';
import { evaluate } from '#theming/evaluate.ts';
import type { CodebookRow, JudgedResponse } from '#theming/labelled-set.ts';

const codebook: CodebookRow[] = [
  { id: 'bins', name: 'Bins', description: '' },
  { id: 'buses', name: 'Buses', description: '' },
];

function response(text: string, themes: string[], split = 'test'): JudgedResponse {
  return { id: text, question: 'What matters?', text, themes, split };
}

let time = 0;
const options = { shots: [1, 'all'] as const, seeds: 2, now: () => (time += 500) };

describe('a set with a train split', () => {
  const train = ['bins full', 'bins smell', 'bins gone'].map((text) => response(text, ['bins'], 'train'));
  const more = ['buses late', 'buses full', 'buses gone'].map((text) => response(text, ['buses'], 'train'));

  it('gives one row a number of decisions, judged on the rest', () => {
    const judged = [
      response('bins', ['bins']),
      response('buses', ['buses', 'bins']),
      response('bins!', ['buses']),
    ];
    const rows = evaluate([...train, ...more, ...judged, response('hello', [])], codebook, {
      ...options,
      shots: [1, 'all'],
    });
    expect(rows.map(({ shots }) => shots)).toEqual([1, 'all']);
    for (const row of rows) {
      expect(row).toMatchObject({ responses: 3, seconds: 0.5, top3: 1 });
      expect(row.top1).toBeCloseTo(2 / 3);
      // bins: said 2, meant 2, both 1. buses: said 1, meant 2, both 1.
      expect(row.macroF1).toBeCloseTo((1 / 2 + 2 / 3) / 2);
      expect(row.sampleF1).toBeCloseTo((1 + 2 / 3 + 0) / 3);
    }
  });

  it('is the same every time', () => {
    const all = [...train, ...more, response('bins', ['bins'])];
    const figures = () => evaluate(all, codebook, { ...options, shots: [1, 2] });
    expect(figures()).toEqual(figures());
  });
});

describe('a set without a train split', () => {
  it('meets only the themes of its own question and stance', () => {
    const rows: CodebookRow[] = [
      { id: 'for', name: 'Uniforms are cheap', description: '', question: 'Uniforms?', stance: '1' },
      {
        id: 'against',
        name: 'Uniforms are cheap to copy',
        description: '',
        question: 'Uniforms?',
        stance: '-1',
      },
      { id: 'other', name: 'Uniforms are cheap', description: '', question: 'Guns?', stance: '1' },
    ];
    const asked = { ...response('Uniforms are cheap', ['against']), question: 'Uniforms?', stance: '-1' };
    expect(evaluate([asked], rows, { ...options, shots: [3] })).toEqual([
      { shots: 0, top1: 1, top3: 1, macroF1: 1, sampleF1: 1, seconds: 0.5, responses: 1 },
    ]);
  });

  it('says zero where there is nothing to judge', () => {
    expect(evaluate([], codebook, { ...options, shots: [3] })).toMatchObject([
      { top1: 0, macroF1: 0, responses: 0 },
    ]);
  });
});

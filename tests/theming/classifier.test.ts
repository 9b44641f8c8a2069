import { describe, expect, it } from 'vitest';
import { train } from '#theming/classifier.ts';

const themes = [
  {
    id: 'litter',
    name: 'Litter and bins',
    definition: 'Bins overflow, rubbish in the street',
    examples: ['The bins are always full'],
  },
  {
    id: 'buses',
    name: 'Buses',
    definition: 'Late or missing buses, bus stops',
    examples: ['The bus never comes on time'],
  },
];

describe('without any decision', () => {
  it('suggests the theme whose words the resident uses, with their own words as evidence', () => {
    const text = 'I like it here. But the bins by the park are always full! Otherwise fine.';
    const [first] = train(themes, []).suggest(text);
    expect(first?.themeId).toBe('litter');
    expect(text.slice(first?.start, first?.end)).toBe('But the bins by the park are always full');
  });
});

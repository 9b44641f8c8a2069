import { expect, test } from 'vitest';
import { languages } from '#domain/words.ts';
import { simulatorTexts } from '#texts/simulator.ts';
import { text } from '#texts/text.ts';

const keys = Object.keys(simulatorTexts) as (keyof typeof simulatorTexts)[];
const placeholders = (words: string) => [...words.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').sort();

test.each(keys)('%s says the same in both languages', (key) => {
  const { en, cy } = simulatorTexts[key];
  expect(placeholders(cy)).toEqual(placeholders(en));
  const params = Object.fromEntries(placeholders(en).map((name) => [name, `<${name}>`]));
  for (const language of languages) {
    const said = text(language, key, params);
    expect(said.trim()).not.toBe('');
    for (const value of Object.values(params)) expect(said).toContain(value);
    expect(said).not.toContain("''");
  }
});

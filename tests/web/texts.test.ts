import { globSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { consoleTexts } from '#texts/console.ts';

const texts: Record<string, { en: string; cy: string }> = consoleTexts;

/** The names in braces that a message is given. */
function names(message: string, locale: string): string[] {
  const found = new Set<string>();
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const part of parts) {
      if ('value' in part && part.type !== 0) found.add(String(part.value));
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

test('every string of a template is there, in both languages', () => {
  const missing = globSync('src/web/{*.njk,console/**/*.njk}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\('([\w.]+)'\s*[,)]/g)]
      .map(([, key = '']) => key)
      .filter((key) => texts[key] === undefined)
      .map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('both languages take the same values and neither is empty', () => {
  for (const [key, { en, cy }] of Object.entries(texts)) {
    expect([key, names(cy, 'cy')]).toEqual([key, names(en, 'en')]);
    expect([key, en.trim() === '' || cy.trim() === '']).toEqual([key, false]);
  }
});

import { describe, expect, test } from 'vitest';
import { languages } from '#domain/words.ts';
import { commandOf } from '#texts/commands.ts';
import { posterTexts } from '#texts/poster.ts';

describe.each(languages)('a poster in %s', (language) => {
  test('tells people to send only words that we understand', () => {
    const person: Record<string, string> = {
      en: 'PERSON',
      cy: 'PERSON',
      pl: 'OSOBA',
      ro: 'PERSOANĂ',
      bn: 'ব্যক্তি',
      ur: 'شخص',
    };
    const word = person[language] ?? '';
    expect(posterTexts['poster.person'][language]).toContain(word);
    expect(commandOf(word)).toBe('person');
    const [privacy = ''] = posterTexts['poster.privacy'][language].split(':');
    expect(commandOf(privacy)).toBe('privacy');
  });

  test('has every sentence, with the same things filled in as in English', () => {
    for (const [key, texts] of Object.entries(posterTexts)) {
      const filled = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([one]) => one).sort();
      expect([key, filled(texts[language])]).toEqual([key, filled(texts.en)]);
    }
  });
});

import type { Language } from '#domain/words.ts';

/** Every string on the console, the public page and the simulator, by language. */
export const consoleTexts = {
  'console.title': { en: 'Hearback', cy: 'Hearback' },
} satisfies Record<string, Record<Language, string>>;

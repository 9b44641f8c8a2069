import { type ConsoleLanguage, consoleLanguages, type Localised } from '#domain/words.ts';

/** Words and the language that they are really in, so that a page can say so to whoever reads it aloud. */
export interface Written {
  lang: ConsoleLanguage;
  text: string;
}

/** In the reader's language where it has been written, else in the one there is. */
export function inLanguage(texts: Localised, wanted: ConsoleLanguage): Written {
  const lang = [wanted, ...consoleLanguages].find((language) => texts[language]) ?? wanted;
  return { lang, text: texts[lang] ?? '' };
}

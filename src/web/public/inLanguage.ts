import { type Language, type Localised, languages } from '#domain/words.ts';

/** Words and the language that they are really in, so that a page can say so to whoever reads it aloud. */
export interface Written {
  lang: Language;
  text: string;
}

/** In the reader's language where it has been written, else in the one there is. */
export function inLanguage(texts: Localised, wanted: Language): Written {
  const lang = [wanted, ...languages].find((language) => texts[language]) ?? wanted;
  return { lang, text: texts[lang] ?? '' };
}

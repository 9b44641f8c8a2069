import type { Language, Localised } from '#domain/words.ts';
import { text } from '#texts/text.ts';

/** What is printed below the date of a letter, in this order. */
export interface LetterWords {
  language: Language;
  /** null where no name is known. */
  greeting: string | null;
  /** The consultation that they answered: a letter comes long after, and from somebody they may not expect. */
  about: string;
  text: string;
  reply: string;
}

export function letterWords(letter: {
  language: Language | null;
  title: Localised;
  name: string | null;
  text: string;
}): LetterWords {
  const { title, name } = letter;
  const language = letter.language ?? 'en';
  return {
    language,
    greeting: name === null || name.trim() === '' ? null : text(language, 'byHand.letterGreeting', { name }),
    about: title[language] || title.en || title.cy || '',
    text: letter.text,
    reply: text(language, 'byHand.letterReply'),
  };
}

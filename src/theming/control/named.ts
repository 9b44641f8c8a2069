import { wordsOf } from '#theming/words.ts';

interface Named {
  id: string;
  name: string;
}

/** Shorter ones are in too many words to say anything. */
const shortest = 3;
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'cllr', 'councillor', 'officer', 'warden']);

/**
 * The officers whom a text may be about, by their names: first and last name together, a last name after a title, and
 * in a complaint either of them alone. In doubt somebody is named, because then an admin looks and they do not.
 */
export function officersNamed(text: string, officers: readonly Named[], complains: boolean): string[] {
  const words = wordsOf(text).map(({ form }) => form);
  const all = new Set(words);
  return officers
    .filter(({ name }) => {
      const parts = wordsOf(name).map(({ form }) => form);
      const [first = '', last = ''] = [parts[0], parts.at(-1)];
      if (parts.length > 1 && all.has(first) && all.has(last)) return true;
      if (words.some((word, at) => isName(word, last) && titles.has(words[at - 1] ?? ''))) return true;
      return complains && parts.some((part) => words.some((word) => isName(word, part)));
    })
    .map(({ id }) => id);
}

/** "Hargreaves" and "Hargreaves's". */
function isName(word: string, name: string): boolean {
  return name.length >= shortest && (word === name || word === `${name}s`);
}

import { isWordToo } from '#domain/names.ts';
import type { Span } from '#theming/evidence.ts';
import { type Word, wordsOf } from '#theming/words.ts';
import { joined } from './spans.ts';

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'cllr', 'councillor', 'officer', 'warden']);

/** A shorter last name alone is in too many texts to say anything. */
const SHORTEST = 3;

/**
 * Where a text names one of these people: first and last name together, a last name after a title, and a last name
 * alone where it is no word as well. A first name alone is anybody's.
 */
export function officerNamesIn(text: string, names: readonly string[]): Span[] {
  const words = wordsOf(text);
  const found = names.flatMap((name) => {
    const parts = wordsOf(name).map(({ form }) => form);
    const [first, last] = [parts[0] ?? '', parts.at(-1) ?? ''];
    const alone = parts.length > 1 && last.length >= SHORTEST && !isWordToo(last);
    return words.flatMap(({ form, end }, at) => {
      if (!isName(form, last)) return [];
      const from = beginOf(text, words, at);
      // What stands between the first and the last name belongs to both.
      const before = words.slice(Math.max(0, at - parts.length + 1), at);
      const whole = before.findLast((word) => word.form === first);
      const titled = titles.has(words[from - 1]?.form ?? '');
      if (whole === undefined && !alone && !titled) return [];
      return [{ start: whole?.start ?? words[from]?.start ?? end, end }];
    });
  });
  return joined(found);
}

/** The word with which a name of several parts begins: "Evans-Hughes". */
function beginOf(text: string, words: readonly Word[], at: number): number {
  const [one, before] = [words[at], words[at - 1]];
  const isOne = one !== undefined && before !== undefined && text.slice(before.end, one.start) === '-';
  return isOne ? beginOf(text, words, at - 1) : at;
}

/** "Hargreaves" and "Hargreaves's". */
function isName(word: string, name: string): boolean {
  return name !== '' && (word === name || word === `${name}s`);
}

import type { Random } from './random.ts';

/** How someone types: 0 carefully, 1 in a hurry, 2 with one thumb on a bus. */
export type Haste = 0 | 1 | 2;

/** The same words as hurried thumbs leave them. */
export function mess(words: string, haste: Haste, random: Random): string {
  if (haste === 0) return words;
  let typed = random.chance(0.6) ? words.replace(/\.$/, '') : words;
  if (random.chance(0.5)) typed = typed.replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
  if (haste === 1) return typed;
  typed = typed.toLowerCase().replace(/[ŵŷâêîôû]/gu, (letter) => letter.normalize('NFD').charAt(0));
  return random.chance(0.7) ? slipped(typed, random) : typed;
}

/** One longer word with two of its inner letters the wrong way round. */
function slipped(words: string, random: Random): string {
  const long = [...words.matchAll(/(?<!\p{L})[a-z]{6,}(?!\p{L})/gu)];
  if (long.length === 0) return words;
  const { index, 0: word } = random.pick(long);
  const at = index + 1 + random.whole(word.length - 3);
  return `${words.slice(0, at)}${words.charAt(at + 1)}${words.charAt(at)}${words.slice(at + 2)}`;
}

import { segmentsOf } from '#domain/segments.ts';

/** What a keyboard puts in place of what everyone types. No letters: to take a sign off a letter misspells a word. */
const plainFor = new Map<string, string>([
  ...each('‘’‚‛′ʼ', "'"),
  ...each('“”„‟″', '"'),
  ...each('‐‑‒–—―−', '-'),
  ...each('•·‣▪', '-'),
  ...each('\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f', ' '),
  ...each('\u200b\u2060\ufeff\u00ad', ''),
  ...each('\u2028\u2029', '\n'),
  ['…', '...'],
  ['‹', '<'],
  ['›', '>'],
  ['«', '"'],
  ['»', '"'],
]);

function each(characters: string, plain: string): [string, string][] {
  return Array.from(characters, (character) => [character, plain]);
}

/** The same words in GSM-7, where only typography stood in the way: more than twice as many fit a segment. */
export function inPlainPunctuation(text: string): string {
  if (segmentsOf(text).encoding === 'GSM-7') return text;
  const plain = Array.from(text, (character) => plainFor.get(character) ?? character).join('');
  return segmentsOf(plain).encoding === 'GSM-7' ? plain : text;
}

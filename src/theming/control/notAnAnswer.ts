import { normalise } from '#domain/normalise.ts';
import { plain } from '#safeguarding/spelling.ts';
import { bare } from '#texts/as-compared.ts';
import { BEGIN, END, finderOf, openLists, spell } from './lists.ts';
import { sentences } from './sentences.ts';

/** Fingers along the keyboard, or one letter over and over. */
const mash = /^(?:[asdfghjkl;]{4,}|(?:asd|qwe|sdf|jkl|zxc)\p{L}*|(\p{L})\1{3,}|[bcdfghjklmnpqrstvwxz]{5,})$/u;
/** Longer is something, even where every word of it is filler. */
const longest = 80;

/** Whether a whole message answers nothing: "don't know", "no comment", "test", "asdf", an emoji or a mark alone. */
export function isNoAnswer(text: string): boolean {
  if (text.length > longest) return false;
  const typed = plain(bare(normalise(text))).trim();
  if (typed === '' || mash.test(typed)) return true;
  const { fillers, notAnswers } = openLists();
  const words = spell(typed).split(' ');
  const before = words.findIndex((word) => !fillers.has(word));
  const after = words.findLastIndex((word) => !fillers.has(word));
  // "Sorry" may be part of what is listed, so every way of leaving some of them out is tried.
  for (let from = 0; from <= Math.max(before, 0); from += 1)
    for (let to = words.length; to > Math.max(after, from); to -= 1)
      if (notAnswers.has(words.slice(from, to).join(' '))) return true;
  return false;
}

const strayed = finderOf('strayed');

/**
 * Whether all of it was meant for somebody else: each message begins by saying so ("Wrong person, sorry! See you Saturday"),
 * or answers nothing. In a long one it is a remark.
 */
export function isStrayed(text: string): boolean {
  const messages = text.split('\n').filter((message) => message.trim() !== '');
  return (
    text.length <= longest &&
    messages.some(beginsStrayed) &&
    messages.every((message) => beginsStrayed(message) || isNoAnswer(message))
  );
}

function beginsStrayed(message: string): boolean {
  const [first] = sentences(message);
  const words = spell(plain(bare(normalise(message.slice(first?.start, first?.end)))));
  return strayed(` ${BEGIN} ${words} ${END} `);
}

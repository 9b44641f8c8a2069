import type { ControlCode } from '#domain/words.ts';
import { wordsOf } from '#theming/words.ts';
import { controlCodesIn } from './detect.ts';

/** What is said to us and about nothing: it has its own queue, and no theme. A repair or a complaint is about something. */
const aboutNothing: ReadonlySet<ControlCode> = new Set(['gratitude', 'chasing', 'needsPerson']);

/** False for "Thank you, take care" and "Can someone call me?": nothing in it could have a theme. */
export function saysMore(text: string): boolean {
  const codes = controlCodesIn(text);
  if (codes.some(({ code }) => code === 'notAnAnswer')) return false;
  const said = codes.filter(({ code }) => aboutNothing.has(code));
  const isSaid = ({ start, end }: { start: number; end: number }) =>
    said.some((one) => one.start <= start && end <= one.end);
  const also = codes.filter(({ code }) => !aboutNothing.has(code));
  return also.length > 0 || !wordsOf(text).every(isSaid);
}

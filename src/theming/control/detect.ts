import { normalise } from '#domain/normalise.ts';
import type { ControlCode, ControlDetail } from '#domain/words.ts';
import { plain } from '#safeguarding/spelling.ts';
import { bare } from '#texts/as-compared.ts';
import { BEGIN, END, finderOf, spell, withoutBenign } from './lists.ts';
import { isNoAnswer, isStrayed } from './notAnAnswer.ts';
import { sentences } from './sentences.ts';

/** A control code, and the words that it was read from: text.slice(start, end), UTF-16 offsets. */
export interface Control {
  code: ControlCode;
  detail: ControlDetail | null;
  start: number;
  end: number;
}

const is = {
  gratitude: finderOf('gratitude'),
  question: finderOf('question'),
  asked: finderOf('asked'),
  rhetorical: finderOf('rhetorical'),
  chasing: finderOf('chasing'),
  repair: finderOf('repair'),
  offer: finderOf('offer'),
  complaint: finderOf('complaint'),
  person: finderOf('person'),
  dataProtection: finderOf('dataProtection'),
  needsPerson: finderOf('needsPerson'),
};

const asksForSomething: ReadonlySet<ControlCode> = new Set([
  ...(['complaint', 'repair', 'needsPerson', 'chasing', 'offer'] as const),
]);

const mark = /[?\u061f\u037e]["'\u2019\u201d)\s]*$/u;
/** People on phones leave the question mark out. */
const asking =
  /^ xbegin (?:when|where|who|how|what|whats|is|are|will|has|have|does|do|did|pryd|ble|lle|pwy|pa|faint|kiedy|gdzie|cand|unde) /u;
/** A name with a title, or with the office where it works: somebody in particular. */
const named =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Officer|Warden)\.? \p{Lu}\p{L}+|\b\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? (?:from|in|at|on) (?:the )?(?:planning|parking|housing|benefits|council|reception|front desk|desk|library|depot|office|town hall)\b/u;

/**
 * What a message says to us beside its themes: thanks, a question, a chased reply, a repair, an offer, a complaint, a
 * wish for a person; or that it answers nothing. Deterministic; every code once a sentence, in the order of the text.
 * All languages' lists are read, whatever language the resident chose. What it misses is still read by whoever reviews
 * the response.
 */
export function controlCodesIn(text: string): Control[] {
  if (text.trim() === '') return [];
  const found = sentences(text).flatMap((span) => codesOf(text.slice(span.start, span.end), span));
  // Whoever asks something of somebody means us, whatever else they say.
  const strayed = !found.some(({ code }) => asksForSomething.has(code)) && isStrayed(text);
  if (strayed || (found.length === 0 && isNoAnswer(text))) {
    const start = text.length - text.trimStart().length;
    return [{ code: 'notAnAnswer', detail: null, start, end: text.trimEnd().length }, ...found];
  }
  return found;
}

function codesOf(said: string, span: { start: number; end: number }): Control[] {
  const words = spell(plain(bare(normalise(said)))).replaceAll('no one', 'nobody');
  if (words === '') return [];
  const sentence = withoutBenign(` ${BEGIN} ${words} ${END} `);
  const detail = detailOf(said, sentence);
  const codes: ControlCode[] = [];
  if (is.gratitude(sentence)) codes.push('gratitude');
  if (detail !== undefined) codes.push('complaint');
  if (is.chasing(sentence)) codes.push('chasing');
  if (is.repair(sentence)) codes.push('repair');
  if (is.offer(sentence)) codes.push('offer');
  if (is.needsPerson(sentence)) codes.push('needsPerson');
  // What asks for one of those is not a question of its own: "can someone call me?"
  const answered = codes.some((code) => code !== 'gratitude' && code !== 'repair');
  if (!answered && isQuestion(said, sentence)) codes.push('question');
  return codes.map((code) => ({ code, detail: code === 'complaint' ? (detail ?? null) : null, ...span }));
}

/** What a complaint is about; undefined where it is none. */
function detailOf(said: string, sentence: string): ControlDetail | null | undefined {
  if (is.dataProtection(sentence)) return 'dataProtection';
  if (is.person(sentence)) return 'person';
  if (!is.complaint(sentence)) return undefined;
  return named.test(said) ? 'person' : null;
}

function isQuestion(said: string, sentence: string): boolean {
  if (is.question(sentence)) return true;
  return (mark.test(said) || asking.test(sentence)) && is.asked(sentence) && !is.rhetorical(sentence);
}

import type { Span } from '#theming/evidence.ts';
import { clausesOf, runOf, sentencesOf, trimmed } from './sentences.ts';

/** Part of what a resident said, exactly as they said it. */
export interface Quote {
  /** A slice of their words, unchanged. */
  words: string;
  /** Whether it leaves out the beginning or the end of a sentence. */
  before: boolean;
  after: boolean;
}

/**
 * Whether words may be quoted at all: never those that a machine or an officer wrote down from a voice note, which are
 * not exactly what was said, and never those that are marked as abusive.
 */
export function isQuotable({ abusive, machine }: { abusive: number; machine: number }): boolean {
  return abusive === 0 && machine === 0;
}

/** Evidence shorter than this says too little alone: "buses". */
const TOO_SHORT = 20;

/**
 * The resident's own words about a theme: the sentences that its evidence stands in, else what they said from its
 * beginning. At most `longest` UTF-16 units: whole sentences where they fit, else clauses, else cut between words; a
 * sentence that comes again is left out, unless there would be little left. A sentence in which anything is hidden is
 * not quoted, not even the part before it ("Ring me on ..."); null where there is nothing else to quote.
 */
export function quoteFrom(
  text: string,
  span: { startAt: number | null; endAt: number | null },
  longest: number,
  hidden: readonly Span[],
): Quote | null {
  const sentences = sentencesOf(text);
  const open = sentences.filter((one) => hidden.every((other) => !overlap(one, other)));
  const place = placeIn(text, sentences, open, span);
  if (place === null) return null;
  const { start, end } = widened(text, open, place, longest);
  const most = text.slice(start, end);
  const length = onlyMarks.test(most.slice(longest)) ? longest : lengthWithin(most, longest, TOO_SHORT);
  const words = most.slice(0, Math.max(length, 0)).trimEnd();
  if (words === '') return null;
  const until = start + words.length;
  return {
    words,
    before: !sentences.some((one) => one.start === start),
    // Without its full stop a sentence is still whole.
    after: !sentences.some(({ end }) => end >= until && onlyMarks.test(text.slice(until, end))),
  };
}

const onlyMarks = /^[\p{P}\s]*$/u;

/** What to quote from: of the evidence, or of all they said, the longest stretch of open sentences. */
function placeIn(
  text: string,
  sentences: readonly Span[],
  open: readonly Span[],
  { startAt, endAt }: { startAt: number | null; endAt: number | null },
): Span | null {
  const given = trimmed(text, startAt ?? 0, endAt ?? text.length);
  const stretches = stretchesOf(sentences, open);
  const within = stretches
    .filter((stretch) => overlap(stretch, given))
    .map(({ start, end }) => trimmed(text, Math.max(start, given.start), Math.min(end, given.end)))
    .sort((one, other) => other.end - other.start - (one.end - one.start))[0];
  if (within !== undefined && isEnough(within)) return within;
  const around = within === undefined ? [] : open.filter((sentence) => overlap(sentence, within));
  // Where nothing is hidden, however little they said is theirs to read again.
  const isAllOpen = open.length === sentences.length;
  return around.find(isEnough) ?? (isAllOpen ? stretches[0] : stretches.find(isEnough)) ?? null;
}

function isEnough({ start, end }: Span): boolean {
  return end - start >= TOO_SHORT;
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Sentences that follow one another, as one. */
function stretchesOf(sentences: readonly Span[], open: readonly Span[]): Span[] {
  const isOpen = new Set(open);
  const stretches: Span[] = [];
  sentences.forEach((sentence, at) => {
    const before = sentences[at - 1];
    const last = stretches.at(-1);
    if (!isOpen.has(sentence)) return;
    if (last !== undefined && before !== undefined && isOpen.has(before)) last.end = sentence.end;
    else stretches.push({ ...sentence });
  });
  return stretches;
}

/**
 * The sentences that a place stands in, else its clauses, as many as fit. One far into a long clause begins in its
 * midst. Where without what comes again there would be too little, that comes again.
 */
function widened(text: string, open: readonly Span[], place: Span, longest: number): Span {
  const touched = open.filter((sentence) => overlap(sentence, place));
  const clauses = touched
    .flatMap((sentence) => clausesOf(text, sentence))
    .filter((clause) => overlap(clause, place));
  const fitting = runOf(text, touched, longest, TOO_SHORT);
  if (fitting !== null && (touched.length === 1 || isEnough(fitting))) return fitting;
  const run = runOf(text, clauses, longest, TOO_SHORT);
  if (run !== null && isEnough(run)) return run;
  const all = runOf(text, touched, Number.POSITIVE_INFINITY, TOO_SHORT) ?? place;
  const shown = all.end - all.start <= longest ? all : cut(all, clauses[0]?.start, place, longest);
  return isEnough(shown) || !isEnough(place) ? shown : place;
}

/** What begins with the clause that a place begins in, where that fits, else with the place. */
function cut(all: Span, clause: number | undefined, place: Span, longest: number): Span {
  const end = Math.min(all.end, place.end);
  const start = Math.max(all.start, clause ?? place.start);
  return { start: end - start <= longest ? start : Math.max(all.start, place.start), end };
}

/** Three full stops and not an ellipsis, which GSM-7 lacks and which would double the price of a text. */
export function withDots({ words, before, after }: Quote): string {
  return `${before ? '...' : ''}${words}${after ? '...' : ''}`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * How much of `text` to take: all of it, else up to a space, else up to a whole character: also where before the space
 * there is less than `least`, as where a language writes none between its words.
 */
export function lengthWithin(text: string, longest: number, least = 1): number {
  if (text.length <= longest) return text.length;
  const space = text.slice(0, longest + 1).search(/\s+\S*$/u);
  if (space >= least) return space;
  let length = 0;
  for (const { segment } of graphemes.segment(text.slice(0, longest + 64))) {
    if (length + segment.length > longest) break;
    length += segment.length;
  }
  return length;
}

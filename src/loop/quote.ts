import type { Span } from '#theming/evidence.ts';

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
 * The resident's own words about a theme: its evidence, else what they said from its beginning. At most `longest`
 * UTF-16 units, cut between words. A sentence in which anything is hidden is not quoted, not even the part before it
 * ("Ring me on ..."); null where there is nothing else to quote.
 */
export function quoteFrom(
  text: string,
  span: { startAt: number | null; endAt: number | null },
  longest: number,
  hidden: readonly Span[],
): Quote | null {
  const whole = trimmed(text, 0, text.length);
  const given = trimmed(text, span.startAt ?? 0, span.endAt ?? text.length);
  const place = hidden.length === 0 ? longEnough(given, whole) : openPlace(text, given, hidden);
  if (place === null) return null;
  const { start, end } = place;
  const cut = start + lengthWithin(text.slice(start, end), longest);
  const taken = text.slice(start, cut).trimEnd();
  if (taken === '') return null;
  // Evidence ends with its last word; a sentence that ends there keeps its full stop.
  const stop = fullStop.exec(text.slice(start + taken.length))?.[0] ?? '';
  const words = taken.length + stop.length <= longest ? taken + stop : taken;
  const until = start + words.length;
  return {
    words,
    before: start > whole.start && !sentenceEnd.test(text.slice(0, start)),
    after: until < whole.end && !sentenceEnd.test(words),
  };
}

function longEnough(given: Span, whole: Span): Span {
  return given.end - given.start < TOO_SHORT ? whole : given;
}

/** As much of the evidence as stands in sentences with nothing hidden, else the first such sentences of all. */
function openPlace(text: string, given: Span, hidden: readonly Span[]): Span | null {
  const open = openSentences(text, hidden);
  const within = open
    .map(({ start, end }) => trimmed(text, Math.max(start, given.start), Math.min(end, given.end)))
    .sort((one, other) => other.end - other.start - (one.end - one.start))[0];
  const isEnough = ({ start, end }: Span) => end - start >= TOO_SHORT;
  if (within !== undefined && isEnough(within)) return within;
  return open.map(({ start, end }) => trimmed(text, start, end)).find(isEnough) ?? null;
}

const sentence = /(?:[^.!?\n؟۔।]|[.!?](?!\s|$))*(?:[.!?؟۔।]+|\n|$)/gu;

/** Stretches of whole sentences with nothing hidden in them. */
function openSentences(text: string, hidden: readonly Span[]): Span[] {
  const open: Span[] = [];
  let start = 0;
  let isOpen = true;
  const close = (end: number) => {
    if (isOpen && end > start) open.push({ start, end });
  };
  for (const { 0: words, index } of text.matchAll(sentence)) {
    const end = index + words.length;
    const hides = hidden.some((one) => one.start < end && index < one.end);
    if (hides) {
      close(index);
      isOpen = false;
    } else if (!isOpen) {
      isOpen = true;
      start = index;
    }
  }
  close(text.length);
  return open;
}

/** Three full stops and not an ellipsis, which GSM-7 lacks and which would double the price of a text. */
export function withDots({ words, before, after }: Quote): string {
  return `${before ? '...' : ''}${words}${after ? '...' : ''}`;
}

const sentenceEnd = /[.!?]\s*$/u;
const fullStop = /^[.!?]+(?=\s|$)/u;

function trimmed(text: string, from: number, until: number) {
  const start = Math.min(Math.max(from, 0), text.length);
  const end = Math.min(Math.max(until, start), text.length);
  const slice = text.slice(start, end);
  const words = slice.trim();
  const lead = slice.length - slice.trimStart().length;
  return { start: start + (words === '' ? 0 : lead), end: start + (words === '' ? 0 : lead + words.length) };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How much of `text` to take: all of it, else up to a space, else up to a whole character. */
export function lengthWithin(text: string, longest: number): number {
  if (text.length <= longest) return text.length;
  const space = text.slice(0, longest + 1).search(/\s\S*$/u);
  if (space > 0) return space;
  let length = 0;
  for (const { segment } of graphemes.segment(text.slice(0, longest + 64))) {
    if (length + segment.length > longest) break;
    length += segment.length;
  }
  return length;
}

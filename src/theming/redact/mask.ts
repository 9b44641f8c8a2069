import type { Span } from '#theming/evidence.ts';
import type { Hidden, HiddenKind } from './redact.ts';

/** A text with what is hidden replaced: "[phone number]". */
export interface Masked {
  text: string;
  /** Where a stretch of the masked text stands in the original; null where it touches anything hidden. */
  back(span: Span): Span | null;
}

interface Piece extends Span {
  /** Where it begins in the original. */
  from: number;
  shown: boolean;
}

/** @param hidden in order, none overlapping another, as `redact` gives them. */
export function mask(text: string, hidden: readonly Hidden[], label: (kind: HiddenKind) => string): Masked {
  const pieces: Piece[] = [];
  let masked = '';
  let at = 0;
  const add = (words: string, from: number, shown: boolean) => {
    if (words === '') return;
    pieces.push({ start: masked.length, end: masked.length + words.length, from, shown });
    masked += words;
  };
  for (const { start, end, kind } of hidden) {
    add(text.slice(at, start), at, true);
    add(`[${label(kind)}]`, start, false);
    at = end;
  }
  add(text.slice(at), at, true);
  return {
    text: masked,
    back({ start, end }) {
      const piece = pieces.find((one) => one.shown && one.start <= start && end <= one.end);
      if (piece === undefined || start >= end) return null;
      const from = piece.from + start - piece.start;
      return { start: from, end: from + end - start };
    },
  };
}

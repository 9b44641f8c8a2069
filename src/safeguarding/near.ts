import type { Expression } from './phrase.ts';
import { takenOut } from './words.ts';

/** How many words a phrase of the kind `a + b + c` may stretch over: the more it asks for, the surer, so the further. */
function reachOf(pieces: number): number {
  if (pieces < 3) return 9;
  return pieces === 3 ? 12 : 16;
}

/** The words of a message and where each of them is, so that phrases are held against it without reading it again. */
export interface Said {
  text: string;
  each: readonly string[];
  at: ReadonlyMap<string, readonly number[]>;
  /** In which of its sentences each word is; all in one, where it is empty. */
  sentences: readonly number[];
}

export function said(text: string, sentences: readonly number[] = []): Said {
  const each = text.trim().split(' ');
  const at = new Map<string, number[]>();
  for (const [place, word] of each.entries()) {
    const places = at.get(word);
    if (places === undefined) at.set(word, [place]);
    else places.push(place);
  }
  return { text, each, at, sentences };
}

/** By its first word, what else each way of saying a piece needs after it. */
type Piece = ReadonlyMap<string, readonly (readonly string[])[]>;

interface Nearby {
  /** Pieces that stand together here must be found in one sentence. */
  near: readonly (readonly Piece[])[];
  unless: readonly Piece[];
}

/** Where something is found: from its first word to its last, which may be the same. */
interface Place {
  from: number;
  to: number;
  /** Of pieces that stand together, where each of them is. */
  words: readonly number[];
}

function placeOf(words: readonly number[]): Place {
  return { from: Math.min(...words), to: Math.max(...words), words };
}

/** A piece as it is looked for. */
export function pieceOf(expressions: readonly Expression[]): Piece {
  const ways = new Map<string, (readonly string[])[]>();
  for (const [first = '', ...rest] of expressions) ways.set(first, [...(ways.get(first) ?? []), rest]);
  return ways;
}

/** Whether a message has all of these near each other, in any order, and none of those that it must not have beside them. */
export function areNear({ near, unless }: Nearby, message: Said): boolean {
  const reach = reachOf(near.flat().length);
  const found: Place[][] = [];
  for (const together of near) {
    const [only] = together;
    const places =
      together.length > 1 || only === undefined
        ? placesTogether(together, message, reach)
        : placesOf(only, message).map((place) => placeOf([place]));
    if (places.length === 0) return false;
    found.push(places);
  }
  const spoilt = unless.flatMap((piece) => placesOf(piece, message)).sort((one, other) => one - other);
  const gather = near.some((together) => together.length > 1) ? gatheredApart : gathered;
  return gather(found, gapsOf(message), reach).some(
    ({ from, to }) => !hasBetween(spoilt, from - reach, to + reach),
  );
}

/** Whether one of these, which are in order, is between the two. */
function hasBetween(places: readonly number[], low: number, high: number): boolean {
  let from = 0;
  for (let to = places.length; from < to; ) {
    const middle = (from + to) >> 1;
    if ((places[middle] ?? high) > low) to = middle;
    else from = middle + 1;
  }
  return (places[from] ?? high) < high;
}

function gapsOf(message: Said): readonly number[] {
  return message.at.get(takenOut) ?? [];
}

/** Where all the pieces are in one sentence. */
function placesTogether(pieces: readonly Piece[], message: Said, reach: number): Place[] {
  const bySentence = new Map<number, { found: Place[][]; gaps: number[] }>();
  for (const [index, piece] of pieces.entries())
    for (const place of placesOf(piece, message)) {
      const sentence = message.sentences[place] ?? 0;
      const here = bySentence.get(sentence) ?? { found: pieces.map(() => []), gaps: [] };
      here.found[index]?.push(placeOf([place]));
      bySentence.set(sentence, here);
    }
  for (const gap of gapsOf(message)) bySentence.get(message.sentences[gap] ?? 0)?.gaps.push(gap);
  return [...bySentence.values()]
    .filter(({ found }) => found.every((places) => places.length > 0))
    .flatMap(({ found, gaps }) => gathered(found, gaps, reach));
}

/** What is found, of which piece it is, and the gaps between (of no piece), as a message has them. */
function inOrder(found: readonly (readonly Place[])[], gaps: readonly number[]) {
  const events = found.flatMap((places, index) => places.map((place) => ({ place, index })));
  events.push(...gaps.map((gap) => ({ place: placeOf([gap]), index: -1 })));
  return events.sort((one, other) => one.place.to - other.place.to);
}

/** The places where one of each list, of a word each, is within reach of the others, with no gap between them. */
function gathered(found: readonly (readonly Place[])[], gaps: readonly number[], reach: number): Place[] {
  const events = inOrder(found, gaps);
  const last = found.map(() => Number.NEGATIVE_INFINITY);
  const all: Place[] = [];
  for (let next = 0; next < events.length; ) {
    const at = events[next]?.place.to ?? 0;
    let until = next;
    while (events[until]?.place.to === at) until += 1;
    const waiting = events.slice(next, until);
    next = until;
    if (waiting.some(({ index }) => index === -1)) {
      last.fill(Number.NEGATIVE_INFINITY);
      continue;
    }
    // A word counts for one piece only: the one that has waited longest for it.
    const longest = waiting.reduce((one, other) =>
      (last[other.index] ?? 0) < (last[one.index] ?? 0) ? other : one,
    );
    last[longest.index] = at;
    if (at - Math.min(...last) < reach) all.push(placeOf([...last]));
  }
  return all;
}

/** The same, where some are pieces that stand together: no word of those counts for another piece either. */
function gatheredApart(
  found: readonly (readonly Place[])[],
  gaps: readonly number[],
  reach: number,
): Place[] {
  const recent = found.map((): Place[] => []);
  const all: Place[] = [];
  for (const { place, index } of inOrder(found, gaps)) {
    if (index === -1) {
      for (const places of recent) places.length = 0;
      continue;
    }
    const others = recent.filter((_, other) => other !== index);
    const apart = withoutSharing(place.words, others, place.to - reach);
    if (apart !== null) all.push(placeOf(apart));
    recent[index]?.unshift(place);
    recent[index]?.splice(mostRecent);
  }
  return all;
}

/** So many places of each piece are remembered: enough to find one that no other piece has, and soon tried. */
const mostRecent = 5;

/** These words and one place of each list, the most recent first, that begin after `after` and share no word. */
function withoutSharing(
  words: readonly number[],
  [first, ...rest]: readonly (readonly Place[])[],
  after: number,
): readonly number[] | null {
  if (words.some((word) => word <= after)) return null;
  if (first === undefined) return words;
  for (const place of first) {
    if (place.words.some((word) => words.includes(word))) continue;
    const all = withoutSharing([...words, ...place.words], rest, after);
    if (all !== null) return all;
  }
  return null;
}

/** Most pieces know more words than a message has, and a long message has more than a piece knows. */
function placesOf(piece: Piece, { at, each }: Said): number[] {
  const found: number[] = [];
  const look = (first: string, places: readonly number[]) => {
    for (const rest of piece.get(first) ?? [])
      for (const place of places)
        if (rest.every((word, index) => each[place + 1 + index] === word)) found.push(place);
  };
  if (at.size < piece.size) for (const [word, places] of at) look(word, places);
  else for (const word of piece.keys()) look(word, at.get(word) ?? []);
  return found;
}

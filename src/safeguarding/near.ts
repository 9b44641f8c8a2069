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
}

export function said(text: string): Said {
  const each = text.trim().split(' ');
  const at = new Map<string, number[]>();
  for (const [place, word] of each.entries()) {
    const places = at.get(word);
    if (places === undefined) at.set(word, [place]);
    else places.push(place);
  }
  return { text, each, at };
}

/** By its first word, what else each way of saying a piece needs after it. */
type Piece = ReadonlyMap<string, readonly (readonly string[])[]>;

interface Nearby {
  near: readonly Piece[];
  unless: readonly Piece[];
}

/** A piece as it is looked for. */
export function pieceOf(expressions: readonly Expression[]): Piece {
  const ways = new Map<string, (readonly string[])[]>();
  for (const [first = '', ...rest] of expressions) ways.set(first, [...(ways.get(first) ?? []), rest]);
  return ways;
}

/** Whether a message has all of these near each other, in any order, and none of those that it must not have beside them. */
export function areNear({ near, unless }: Nearby, message: Said): boolean {
  const found: number[][] = [];
  for (const piece of near) {
    const places = placesOf(piece, message);
    if (places.length === 0) return false;
    found.push(places);
  }
  const events = found.flatMap((places, index) => places.map((place) => ({ place, index })));
  for (const place of message.at.get(takenOut) ?? []) events.push({ place, index: -1 });
  events.sort((one, other) => one.place - other.place);
  const spoilt = unless.flatMap((piece) => placesOf(piece, message));

  const reach = reachOf(near.length);
  const last = near.map(() => Number.NEGATIVE_INFINITY);
  for (let from = 0; from < events.length; ) {
    const place = events[from]?.place ?? 0;
    let to = from;
    while (events[to]?.place === place) to += 1;
    const waiting = events.slice(from, to).map(({ index }) => index);
    from = to;
    if (waiting.includes(-1)) {
      last.fill(Number.NEGATIVE_INFINITY);
      continue;
    }
    // A word counts for one piece only: the one that has waited longest for it.
    const longest = waiting.reduce((one, other) => ((last[other] ?? 0) < (last[one] ?? 0) ? other : one));
    last[longest] = place;
    const first = Math.min(...last);
    if (place - first < reach && !spoilt.some((at) => at > first - reach && at < place + reach)) return true;
  }
  return false;
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

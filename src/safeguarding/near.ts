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

interface Nearby {
  near: readonly (readonly Expression[])[];
  unless: readonly (readonly Expression[])[];
}

/** Whether a message has all of these near each other, in any order, and none of those that it must not have beside them. */
export function areNear({ near, unless }: Nearby, message: Said): boolean {
  const found = near.map((piece) => placesOf(piece, message));
  if (found.some((places) => places.length === 0)) return false;
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

function placesOf(piece: readonly Expression[], { at, each }: Said): number[] {
  return piece.flatMap(([first = '', ...rest]) => {
    const places = at.get(first) ?? [];
    if (rest.length === 0) return [...places];
    return places.filter((place) => rest.every((word, index) => each[place + 1 + index] === word));
  });
}

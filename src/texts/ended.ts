/** What may stand after the mark that ends a sentence. */
const closers = /["'”’»)\]]+$/u;
const endMark = /[.!?…؟۔।。！？]$/u;
/** Its own end, as people write: a dot after it is read by nobody. */
const picture = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
/** A dot here would become part of the address that people press. */
const link =
  /^\p{P}*(?:https?:\/\/.*|www\..*|[^\s/@]+@[^\s/@]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#].*)?)$/iu;
/** No full stop is right after these. */
const goesOn = /[,;:،؛–—-]$/u;

const stops: readonly [script: RegExp, stop: string][] = [
  [/\p{Script=Arabic}/u, '۔'],
  [/[\p{Script=Bengali}\p{Script=Devanagari}]/u, '।'],
  [/\p{Script=Han}/u, '。'],
];

/** A sentence of somebody else's as others may follow it: with a full stop of its script, where it has no end of its own. */
export function ended(sentence: string): string {
  const words = sentence.trimEnd();
  if (words === '' || isEnded(words) || goesOn.test(words) || isLink(words)) return words;
  return words + stopFor(words);
}

/** The same, and what parts it from the next sentence: a line where no full stop could be set. */
export function endedBefore(sentence: string, next: string): string {
  const words = ended(sentence);
  return `${words}${isEnded(words) ? ' ' : '\n'}${next}`;
}

function isEnded(words: string): boolean {
  const bare = words.replace(closers, '');
  return endMark.test(bare) || picture.test(bare);
}

function isLink(words: string): boolean {
  return link.test(words.slice(words.search(/\S+$/u)));
}

function stopFor(words: string): string {
  const letter = words.match(/\p{L}(?=\P{L}*$)/u)?.[0] ?? '';
  return stops.find(([script]) => script.test(letter))?.[1] ?? '.';
}

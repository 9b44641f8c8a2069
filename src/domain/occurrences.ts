const partOfWord = /[\p{L}\p{M}\p{N}]/u;

/** Where these words stand in a text, as whole words: "Jo" is not in "Jones". One after the other, none overlapping. */
export function occurrences(text: string, words: string): { start: number; end: number }[] {
  if (words === '') return [];
  const found: { start: number; end: number }[] = [];
  let start = text.indexOf(words);
  while (start >= 0) {
    const end = start + words.length;
    const whole = !goesOn(text, start) && !goesOn(text, end);
    if (whole) found.push({ start, end });
    start = text.indexOf(words, whole ? end : start + 1);
  }
  return found;
}

/** Whether a word goes on across this place. */
function goesOn(text: string, at: number): boolean {
  const before = /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return partOfWord.test(before) && partOfWord.test(after);
}

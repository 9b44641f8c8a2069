/** Welsh words change their first letters after others. Longest first, so that "ll" is not taken for "l". */
const changes: readonly (readonly [string, readonly string[]])[] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['ch', []],
  ['th', []],
  ['c', ['g', 'ch', 'ngh']],
  ['p', ['b', 'ph', 'mh']],
  ['t', ['d', 'th', 'nh']],
  ['g', ['', 'ng']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['m', ['f', 'mh']],
];

/** A Welsh word and every form that it takes after other words: cyllell, gyllell, chyllell, nghyllell; ofn, hofn. */
export function mutations(word: string): string[] {
  const [from, to] = changes.find(([first]) => word.startsWith(first)) ?? ['', []];
  const rest = word.slice(from.length);
  const aspirated = /^[aeiouwy]/u.test(word) ? [`h${word}`] : [];
  return [word, ...to.map((first) => first + rest), ...aspirated];
}

import { distance } from 'fastest-levenshtein';
import { clauses, type Span } from './evidence.ts';
import { wordsOf } from './words.ts';

const examplesShown = 5;
const fewestExamples = 2;
/** Examples that differ in less than this share of their letters say the same. */
const slips = 0.15;

interface Said {
  id: string;
  text: string;
}

type Example = Span & { id: string };

/**
 * What a few of these say that tells their group apart: verbatim clauses, each once however it is spelled, because a slip
 * of the thumb makes no new voice.
 *
 * @param typical those that may be quoted, the most typical first.
 */
export function examplesOf(typical: readonly Said[], telling: readonly string[]): Example[] {
  const examples = typical.flatMap((one) => exampleOf(one, telling));
  // Beside words that the others say too: "to be honest with you" shows nothing.
  const apt = examples.filter(({ words }) => says(words, telling));
  const kept: typeof examples = [];
  for (const one of apt.length < fewestExamples ? examples : apt)
    if (kept.length < examplesShown && !kept.some((other) => isSlip(one.words, other.words))) kept.push(one);
  return kept.map(({ words, ...example }) => example);
}

/** The longest clause that says one of the group's words, else the longest: it says more than "Yes." does. */
function exampleOf({ id, text }: Said, telling: readonly string[]): (Example & { words: string })[] {
  const [best] = clauses(text)
    .map(({ start, end }) => ({ id, start, end, words: text.slice(start, end) }))
    .sort(
      (one, other) =>
        Number(says(other.words, telling)) - Number(says(one.words, telling)) ||
        other.words.length - one.words.length,
    );
  return best === undefined ? [] : [best];
}

function isSlip(one: string, other: string): boolean {
  const words = asSame(one);
  return distance(words, asSame(other)) <= slips * words.length;
}

export function says(text: string, words: readonly string[]): boolean {
  return wordsOf(text).some(({ form }) => words.includes(form));
}

/** Words as they are compared, without what stands between them. */
export function asSame(text: string): string {
  return wordsOf(text)
    .map(({ form }) => form)
    .join(' ');
}

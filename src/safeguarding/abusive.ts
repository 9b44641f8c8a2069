import { z } from 'zod';
import { finder, readList, remover } from './book.ts';
import { gateLanguages } from './detect.ts';
import { plain } from './spelling.ts';
import { wordsOf } from './words.ts';

const phrases = z.array(z.string().trim().min(1)).min(1);
const schema = z.strictObject({
  sets: z.record(
    z.string(),
    z.string().transform((words) => words.split('/')),
  ),
  benign: phrases,
  abusive: phrases,
});

const lists = gateLanguages.map((language) => readList(schema, `abusive.${language}.yaml`));
const withoutBenign = remover(
  lists.flatMap(({ sets, benign }) => benign.map((phrase) => ({ sets, phrase }))),
);
const find = finder(lists.flatMap(({ sets, abusive }) => abusive.map((phrase) => ({ sets, phrase }))));

/**
 * Whether a message threatens whoever reads it, or holds a slur or an insult at somebody's person: it is kept, marked,
 * and shown to who asks. Swearing at a service is not abuse, nor is telling us of abuse that somebody suffered.
 */
export function isAbusive(text: string): boolean {
  return find(withoutBenign(plain(wordsOf(text)))) !== null;
}

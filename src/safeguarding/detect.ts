import { z } from 'zod';
import type { Language } from '#domain/words.ts';
import { finder, readList, remover } from './book.ts';
import { vocabulary } from './phrase.ts';
import { plain, spelledAs, speller } from './spelling.ts';
import { type Part, partsOf, takenOut } from './words.ts';

/** From the most to the least urgent; a message is held against them in this order. */
export const categories = ['immediateDanger', 'selfHarm', 'abuse', 'crime'] as const;
export type Category = (typeof categories)[number];

/** The languages that the gate can read. Words in any other must be put before a person. */
export const gateLanguages = ['en', 'cy'] as const satisfies readonly Language[];

export interface Danger {
  category: Category;
  /** Words of immediate danger that may be about ending one's own life: they are told whom to talk to as well. */
  also: 'selfHarm' | null;
  /** The language of that line, in which the answer comes first. */
  language: Language;
  /** The line of the phrase list that was found: never the resident's own words, so it may be logged. */
  phrase: string;
}

const words = z.string().transform((list) => list.split('/'));
const phrases = z.array(z.string().trim().min(1)).min(1);
const listSchema = z.strictObject({
  spellings: z.record(z.string(), words),
  misspelt: words,
  endings: words,
  sets: z.record(z.string(), words),
  courtesies: phrases,
  benign: phrases,
  distant: phrases,
  immediateDanger: phrases,
  selfHarm: phrases,
  abuse: phrases,
  crime: phrases,
});

const certainly = /\s+!$/;

let gate: ReturnType<typeof readGate> | null = null;

/** Reads the lists, which takes a while: once, and only where somebody is heard. A server does it before anybody writes. */
export function openGate() {
  gate ??= readGate();
  return gate;
}

function readGate() {
  const written = gateLanguages.map((language) => ({
    language,
    ...readList(listSchema, `phrases.${language}.yaml`),
  }));
  const meant = new Map(
    written.flatMap(({ spellings }) =>
      Object.entries(spellings).flatMap(([word, ways]) => ways.map((way) => [plain(way), word] as const)),
    ),
  );
  const respelt = (line: string) => spelledAs(line, meant);
  const lists = written.map(({ sets, ...list }) => ({
    ...list,
    sets: Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, set.map(respelt)])),
  }));
  const all = (section: 'courtesies' | 'benign' | 'distant') =>
    lists.flatMap(({ sets, ...list }) => list[section].map((phrase) => ({ sets, phrase: respelt(phrase) })));
  /** A phrase that ends with "!" is believed whatever else its sentence says. */
  const danger = categories.flatMap((category) =>
    lists.flatMap(({ language, sets, ...list }) =>
      list[category].map((line) => ({
        category,
        language,
        sets,
        certain: certainly.test(line),
        line: line.replace(certainly, ''),
        phrase: respelt(line.replace(certainly, '')),
      })),
    ),
  );

  const known = lists.map(({ sets, endings, ...list }) => ({
    endings,
    words: [list.courtesies, list.benign, list.distant, ...categories.map((category) => list[category])]
      .flat()
      .flatMap((line) => vocabulary(respelt(line.replace(certainly, '')), sets)),
  }));
  const spell = speller({ known, meant, misspelt: lists.flatMap(({ misspelt }) => misspelt) });
  return {
    spell,
    withoutCourtesies: remover(all('courtesies'), ''),
    withoutBenign: remover(all('benign')),
    isDistant: finder(all('distant')),
    find: finder(danger),
  };
}

/**
 * Whether a message says that someone may come to harm now. Deterministic and of both languages, whatever language
 * the resident chose; it knows the ways of saying it that its lists foresee. Null means "nothing found", not "nothing
 * is wrong": staff read every answer.
 */
export function detect(text: string): Danger | null {
  const { spell, withoutCourtesies } = openGate();
  const parts = partsOf(text).map((part) => ({ ...part, words: spell(part.words) }));
  const brief = parts.map((part) => ({ ...part, words: withoutCourtesies(part.words) }));
  const said = brief.filter(({ words }) => words.trim() !== '');
  const courteous = brief.some(({ words }, index) => words !== parts[index]?.words);
  // "Sorry" may be all that tells a farewell: then the courtesy is believed too.
  return dangerIn(said) ?? (courteous ? dangerIn(parts) : null);
}

function dangerIn(parts: readonly Part[]): Danger | null {
  const { withoutBenign, isDistant, find } = openGate();
  const findIn = ({ words, of }: Joined, keep?: Parameters<typeof find>[1]) => find(words, keep, of);
  const joined = (parts: readonly Part[]): Joined => join(parts, withoutBenign);
  const near = parts.map((part) => (isDistant(part.words) === null ? part : { ...part, words: takenOut }));
  const present = joined(near);
  const found = findIn(present) ?? findIn(joined(parts), ({ certain }) => certain);
  if (found === null) return null;
  const { category, language, line } = found;
  const urgent = category === 'immediateDanger';
  const own = urgent && findIn(present, (other) => other.category === 'selfHarm') !== null;
  return { category, also: own ? 'selfHarm' : null, language, phrase: line };
}

interface Joined {
  words: string;
  of: number[];
}

/** The parts as one, without what is benign, and of which sentence each word is. */
function join(parts: readonly Part[], withoutBenign: (words: string) => string): Joined {
  const each = parts.map(({ words, sentence }) => ({ words: words.trim().split(/ +/), sentence }));
  return {
    words: withoutBenign(` ${each.flatMap(({ words }) => words).join(' ')} `),
    of: each.flatMap(({ words, sentence }) => words.map(() => sentence)),
  };
}

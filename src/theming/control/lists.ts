import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { languages } from '#domain/words.ts';
import { patternOf, type Sets, vocabulary } from '#safeguarding/phrase.ts';
import { plain, spelledAs, speller } from '#safeguarding/spelling.ts';
import { bare } from '#texts/as-compared.ts';

const words = z.string().transform((list) => bare(list).split('/'));
const phrases = z.array(z.string().trim().min(1)).default([]);
const schema = z.strictObject({
  spellings: z.record(z.string(), words).default({}),
  misspelt: words.default([]),
  endings: words.default([]),
  sets: z.record(z.string(), words).default({}),
  benign: phrases,
  gratitude: phrases,
  question: phrases,
  asked: phrases,
  rhetorical: phrases,
  chasing: phrases,
  repair: phrases,
  offer: phrases,
  complaint: phrases,
  person: phrases,
  dataProtection: phrases,
  needsPerson: phrases,
  strayed: phrases,
  notAnAnswer: phrases,
  fillers: words.default([]),
});

/** Stand in a sentence's words where it begins and ends, so that a phrase can ask for that. */
export const BEGIN = 'xbegin';
export const END = 'xend';

type Section = Exclude<
  keyof z.infer<typeof schema>,
  'spellings' | 'misspelt' | 'endings' | 'sets' | 'fillers'
>;

const sections = schema
  .keyof()
  .options.filter(
    (name): name is Section => !['spellings', 'misspelt', 'endings', 'sets', 'fillers'].includes(name),
  );
/** Those whose lines are looked for in sentences. */
type Sought = Exclude<Section, 'benign' | 'notAnAnswer'>;
const sought = sections.filter((name): name is Sought => name !== 'benign' && name !== 'notAnAnswer');
const parts = / (?=[+-] )/;

type Finds = (sentence: string) => boolean;

let opened: ReturnType<typeof readLists> | null = null;

/** Reads the lists, which takes a while: once, and only where something is read by them. A server does it as it starts. */
export function openLists() {
  opened ??= readLists();
  return opened;
}

function readLists() {
  const read = languages.map((language) =>
    schema.parse(parse(readFileSync(new URL(`phrases.${language}.yaml`, import.meta.url), 'utf8'))),
  );
  const meant = new Map(
    read.flatMap(({ spellings }) =>
      Object.entries(spellings).flatMap(([word, ways]) =>
        ways.map((way) => [plain(way), bare(word)] as const),
      ),
    ),
  );
  /** A line as patterns read it: spelled as messages are, with words for where a sentence begins and ends. */
  const respelt = (line: string) =>
    spelledAs(bare(line), meant)
      .replace(/\^/g, BEGIN)
      .replace(/\$(?=\s|$)/g, END);
  const lists = read.map(({ sets, ...list }) => ({
    ...list,
    sets: Object.fromEntries(
      Object.entries(sets).map(([name, set]) => [name, set.map((word) => respelt(word))]),
    ) as Sets,
  }));
  const spell = speller({
    known: lists.map(({ endings, sets, ...list }) => ({
      endings,
      words: sections.flatMap((section) =>
        list[section].flatMap((line) =>
          respelt(line)
            .split(parts)
            .flatMap((part) => vocabulary(part.replace(/^[+-] /, ''), sets)),
        ),
      ),
    })),
    meant,
    misspelt: lists.flatMap(({ misspelt }) => misspelt.filter((word) => word !== '')),
  });
  const findersOf = (section: Sought) =>
    lists.flatMap(({ sets, ...list }) => list[section].map((line) => lineOf(respelt(line), sets)));
  return {
    spell,
    finders: new Map(sought.map((section) => [section, findersOf(section)])),
    benign: lists.flatMap(({ sets, benign }) => benign.map((line) => patternOf(respelt(line), sets))),
    notAnswers: new Set(
      lists.flatMap(({ notAnAnswer }) => notAnAnswer.map((line) => spell(plain(bare(line))).trim())),
    ),
    fillers: new Set(
      lists.flatMap(({ fillers }) => fillers.map((word) => spell(plain(word)))).filter((word) => word !== ''),
    ),
  };
}

/** The words of a sentence or a message as the lists spell them: text speak and slips of the thumb put right. */
export function spell(words: string): string {
  return openLists().spell(words);
}

/** One line: all of its parts, in any order, and none of those after a minus. */
function lineOf(line: string, sets: Sets): Finds {
  const wanted: RegExp[] = [];
  const unwanted: RegExp[] = [];
  for (const part of `+ ${line}`.split(parts))
    (part.startsWith('-') ? unwanted : wanted).push(patternOf(part.slice(2), sets));
  const has = (sentence: string) => (pattern: RegExp) => {
    pattern.lastIndex = 0;
    return pattern.test(sentence);
  };
  return (sentence) => wanted.every(has(sentence)) && !unwanted.some(has(sentence));
}

/** Whether a sentence holds a line of this section, in any language: people mix theirs. */
export function finderOf(section: Sought): Finds {
  return (sentence) =>
    openLists()
      .finders.get(section)
      ?.some((finds) => finds(sentence)) === true;
}

/** A sentence without what only sounds like one of these. */
export function withoutBenign(sentence: string): string {
  return openLists().benign.reduce((left, pattern) => left.replace(pattern, ' \u00b7'), sentence);
}

import type { Language } from '#domain/words.ts';
import { id as keyShape } from '#flow/parts.ts';
import type { LineProblem } from '#review/csvRows.ts';
import type { Desk } from '#review/desk.ts';
import type { Theme } from '#store/codebook.ts';
import { type ThemeThen, unmadeThemes } from '#store/codebook-changes.ts';
import { text } from '#texts/text.ts';
import { type Asked, becomes, type Changed, changeCodebook } from './change.ts';
import { keysBeside, lastPlace } from './key.ts';
import {
  differing,
  formsOf,
  longest,
  saysSomething,
  type ThemePart,
  type ThemeWords,
  themeParts,
  wordsOf,
} from './words.ts';

/** More than anybody can code with; each more would make the page that shows them longer. */
export const MOST_THEMES = 500;

/** A theme as a file has it. */
export interface FileTheme {
  line: number;
  /** null for a new one that the file does not name. */
  key: string | null;
  /** null where the file does not say: as it is. */
  state: Theme['state'] | null;
  parts: Partial<ThemeWords>;
  /** The file says all there is of the theme: a language that is not there goes. */
  whole?: boolean;
}

export interface Planned {
  added: ThemeThen[];
  /** `parts` that differ; `state` where that changes. */
  changed: { theme: Theme; become: Partial<ThemeThen>; parts: ThemePart[]; state: Theme['state'] | null }[];
  /** Themes of the file that are so already, and themes in use that the file does not name: both stay as they are. */
  same: number;
  absent: number;
  problems: LineProblem[];
}

/**
 * What taking a file would do to a codebook. `languages` are the consultation's: the first one needs words. `unmade` are
 * themes whose making was undone: a file that names one makes it again, for no list has it to be restored from.
 */
export function planImport(
  themes: readonly Theme[],
  file: readonly FileTheme[],
  languages: readonly Language[],
  unmade: ReadonlySet<string> = new Set(),
): Planned {
  const planned: Planned = { added: [], changed: [], same: 0, absent: 0, problems: [] };
  const byKey = new Map(themes.map((theme) => [theme.key, theme]));
  // What was written out can be taken back, however much of it has gone out of use.
  const beyond = file.filter(({ key }) => key === null || !byKey.has(key))[MOST_THEMES];
  if (beyond !== undefined) {
    const many = text('en', 'codebook.importMany', { count: MOST_THEMES });
    return { ...planned, problems: [{ line: beyond.line, column: null, text: `${many}.` }] };
  }
  const lines = new Map<string, number>();
  const keyFor = keysBeside([...byKey.keys(), ...file.flatMap(({ key }) => key ?? [])]);
  const from = lastPlace(themes);
  for (const given of file) {
    const theme = given.key === null ? undefined : byKey.get(given.key);
    const words = joined(theme, given);
    const parts = theme === undefined ? [...themeParts] : differing(theme, words);
    planned.problems.push(...wrongIn(given, words, parts, languages, lines));
    if (given.key !== null) lines.set(given.key, given.line);
    if (theme === undefined) {
      const key = given.key ?? keyFor(words.name);
      const position = from + planned.added.length;
      planned.added.push({ ...words, key, state: given.state ?? 'active', mergedInto: null, position });
      continue;
    }
    const wanted = given.state ?? (unmade.has(theme.id) ? 'active' : null);
    const state = wanted === theme.state ? null : wanted;
    if (parts.length === 0 && state === null) planned.same += 1;
    else {
      const back = state === 'active' ? { state, mergedInto: null } : {};
      const rewritten = Object.fromEntries(parts.map((part) => [part, words[part]]));
      const become = { ...rewritten, ...(state === null ? {} : { state }), ...back };
      planned.changed.push({ theme, become, parts, state });
    }
  }
  planned.problems.push(...alike(themes, planned, file));
  planned.absent = themes.filter(({ key, state }) => state === 'active' && !lines.has(key)).length;
  return planned;
}

/** What the file makes a second theme in use of a name; two that were so before stay as they are. */
function alike(
  themes: readonly Theme[],
  { added, changed }: Planned,
  file: readonly FileTheme[],
): LineProblem[] {
  const become = new Map(changed.map((one) => [one.theme.id, one.become]));
  const then = [...themes.map((theme) => ({ ...theme, ...become.get(theme.id) })), ...added];
  const byKey = new Map(then.map((theme) => [theme.key, theme]));
  const called = Map.groupBy(
    then
      .filter(({ state }) => state === 'active')
      .flatMap(({ key, name }) => formsOf(name).map((form) => ({ key, form }))),
    ({ form }) => form,
  );
  // In the order of the file: those that are new have no key in it, or one that no theme has.
  const known = new Set(themes.map(({ key }) => key));
  const news = file.filter(({ key }) => key === null || !known.has(key));
  const lineOf = new Map(file.map(({ key, line }) => [key, line]));
  const touched = [
    ...changed
      .filter(({ parts, state }) => parts.includes('name') || state === 'active')
      .map(({ theme: { key } }) => ({ key, line: lineOf.get(key) })),
    ...added.map(({ key }, place) => ({ key, line: news[place]?.line })),
  ];
  return touched.flatMap(({ key, line = 0 }) => {
    const own = byKey.get(key);
    if (own?.state !== 'active') return [];
    const isTaken = formsOf(own.name).some((form) => called.get(form)?.some((other) => other.key !== key));
    return isTaken ? [{ line, column: 'name', text: text('en', 'codebook.reason.sameName') }] : [];
  });
}

function joined(theme: Theme | undefined, { parts, whole = false }: FileTheme): ThemeWords {
  const now = wordsOf(theme ?? {});
  const become = wordsOf({});
  for (const part of themeParts) {
    const texts = { ...(whole && parts[part] !== undefined ? {} : now[part]), ...parts[part] };
    const written = Object.entries(texts).filter(([, words]) => (words ?? '').length > 0);
    Object.assign(become[part], Object.fromEntries(written));
  }
  return become;
}

function wrongIn(
  { line, key }: FileTheme,
  words: ThemeWords,
  parts: readonly ThemePart[],
  [first = 'en']: readonly Language[],
  lines: ReadonlyMap<string, number>,
): LineProblem[] {
  const problems: LineProblem[] = [];
  const say = (column: string, text: string) => problems.push({ line, column, text });
  const before = key === null ? undefined : lines.get(key);
  if (before !== undefined) say('key', `The same key as in line ${before}.`);
  if (key !== null && !keyShape.safeParse(key).success)
    say('key', 'Write lower-case letters, numbers and hyphens, starting with a letter, at most 40.');
  for (const part of ['name', 'definition'] as const)
    if (!saysSomething(words[part][first] ?? ''))
      say(part, `Write the ${part} in ${text('en', `language.${first}`)}.`);
  for (const part of parts) {
    const texts = Object.values(words[part]).flatMap((some) => some ?? []);
    if (texts.some((one) => one.length > longest[part]))
      say(part, `Write at most ${longest[part]} characters${part === 'examples' ? ' an example' : ''}.`);
    if (texts.some((one) => one.includes('\0'))) say(part, 'It holds a character that no text can have.');
  }
  return problems;
}

export type Imported = Changed | { done: false; why: 'problems'; problems: LineProblem[] };

/** Takes a file into a codebook, all of it or nothing, as one change that can be undone. */
export async function importCodebook(
  desk: Desk,
  { file, languages, ...asked }: Asked & { file: readonly FileTheme[]; languages: readonly Language[] },
): Promise<Imported> {
  let problems: LineProblem[] = [];
  const changed = await changeCodebook(desk, { ...asked, themeIds: null }, async ({ tx, themes }) => {
    const unmade = await unmadeThemes(tx.db, asked.consultationId);
    const planned = planImport(themes, file, languages, unmade);
    problems = planned.problems;
    if (problems.length > 0) return { kind: 'import', detail: { themes: [] } };
    const added = planned.added.map((after) => ({ id: desk.newId(), before: null, after }));
    const rewritten = planned.changed.map(({ theme, become }) => becomes(theme, become));
    return { kind: 'import', detail: { themes: [...rewritten, ...added] } };
  });
  return problems.length > 0 ? { done: false, why: 'problems', problems } : changed;
}

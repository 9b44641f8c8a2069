import type { Localised } from '#domain/words.ts';
import type { Theme } from '#store/codebook.ts';
import type { ChangeDetail } from '#store/codebook-changes.ts';

/** What officers write of a theme. */
export type ThemeWords = Pick<Theme, 'name' | 'definition' | 'includes' | 'excludes' | 'examples'>;

export const themeParts = ['name', 'definition', 'includes', 'excludes', 'examples'] as const;
export type ThemePart = (typeof themeParts)[number];
/** All but the examples, of which there are several a language. */
export type TextPart = Exclude<ThemePart, 'examples'>;

/** How long each may be, in UTF-16 units; of the examples each one. */
export const longest: Record<ThemePart, number> = {
  name: 80,
  definition: 500,
  includes: 500,
  excludes: 500,
  examples: 300,
};

/** Just these; a part that was not written is empty. */
export function wordsOf(given: Partial<ThemeWords>): ThemeWords {
  const { name = {}, definition = {}, includes = {}, excludes = {}, examples = {} } = given;
  return { name, definition, includes, excludes, examples };
}

/** Which parts differ, whatever order their languages stand in and however their lines end. */
export function differing(one: ThemeWords, other: ThemeWords): ThemePart[] {
  return themeParts.filter((part) => canonical(one[part]) !== canonical(other[part]));
}

/** As a text is kept: browsers and spreadsheets end lines in their own ways. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** An example is one line, because a form and a cell hold one a line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What was typed one a line. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029\v\f\u0085]+/u)
    .map(oneLine)
    .filter((line) => line !== '');
}

/** The languages in which another theme in use has this name already, whatever its capitals and spaces. */
function takenIn(name: Localised, others: readonly Pick<Theme, 'name' | 'state'>[]): string[] {
  const taken = new Set(
    others.filter(({ state }) => state === 'active').flatMap(({ name }) => formsOf(name)),
  );
  return languagesIn(name).filter((language) =>
    formsOf({ [language]: name[language] }).some((form) => taken.has(form)),
  );
}

/** Two that are in use after a change and have one name, which they had not both before. */
export interface Clash {
  languages: string[];
  /** Which of the themes of the change it is. */
  place: number;
  /** The name of the other one, and whether the change makes that one too. */
  name: Localised;
  isNew: boolean;
}

/** Of a change: the first theme that would come into use, or be renamed, under the name of another in use. */
export function clashOf(themes: readonly Theme[], changes: ChangeDetail['themes']): Clash | null {
  const changed = new Set(changes.map(({ id }) => id));
  const all = [
    ...themes
      .filter(({ id }) => !changed.has(id))
      .map((theme) => ({ id: theme.id, before: theme, after: theme })),
    ...changes,
  ];
  // By form, so that a file of hundreds of themes is not compared theme by theme.
  const called = new Map<string, typeof all>();
  for (const one of all.filter(({ after }) => after.state === 'active'))
    for (const form of formsOf(one.after.name)) called.set(form, [...(called.get(form) ?? []), one]);
  for (const [place, { id, before, after }] of changes.entries()) {
    if (after.state !== 'active') continue;
    const had = namesInUse(before);
    for (const form of formsOf(after.name)) {
      // Two that have one name already can still be changed otherwise.
      const isNew = (other: (typeof all)[number]) =>
        other.id !== id && !(had.has(form) && namesInUse(other.before).has(form));
      const other = called.get(form)?.find(isNew);
      if (other === undefined) continue;
      const languages = takenIn(after.name, [other.after]);
      return { languages, place, name: other.after.name, isNew: other.before === null };
    }
  }
  return null;
}

function namesInUse(theme: Pick<Theme, 'name' | 'state'> | null): Set<string> {
  return new Set(theme?.state === 'active' ? formsOf(theme.name) : []);
}

/** What a name counts as, by its language: themes that share one of these are called the same. */
export function formsOf(name: Localised): string[] {
  return languagesIn(name).flatMap((language) => {
    const form = nameForm(name[language] ?? '');
    return form === '' ? [] : [`${language} ${form}`];
  });
}

function languagesIn(name: Localised): (keyof Localised)[] {
  return Object.keys(name) as (keyof Localised)[];
}

/** Whether anything of it can be seen. */
export function saysSomething(text: string): boolean {
  return nameForm(text) !== '';
}

/** As people see it: nobody tells two names apart by full width, a soft hyphen or what joins or orders letters. */
function nameForm(text: string): string {
  const seen = text.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  return oneLine(seen).normalize('NFC').toLowerCase();
}

function canonical(texts: Record<string, string | string[] | undefined>): string {
  const written = Object.entries(texts).flatMap(([language, words = '']) => {
    const said = typeof words === 'string' ? tidy(words) : words.map(oneLine).filter((one) => one !== '');
    return said.length === 0 ? [] : [[language, said] as const];
  });
  return JSON.stringify(written.sort(([one], [other]) => (one < other ? -1 : 1)));
}

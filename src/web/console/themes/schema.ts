import { z } from 'zod';
import type { Language, Localised } from '#domain/words.ts';
import {
  linesOf,
  longest,
  saysSomething,
  type ThemeWords,
  themeParts,
  tidy,
} from '#review/codebook/words.ts';

const line = z.string().trim();
export const optional = {
  name: line.max(longest.name, 'themes.nameLong'),
  definition: line.max(longest.definition, 'themes.definitionLong'),
  includes: line.max(longest.includes, 'codebook.includesLong'),
  excludes: line.max(longest.excludes, 'codebook.excludesLong'),
  examples: line.refine(
    (text) => linesOf(text).every((one) => one.length <= longest.examples),
    'codebook.examplesLong',
  ),
};
const needed = {
  name: optional.name.refine(saysSomething, 'themes.nameMissing'),
  definition: optional.definition.refine(saysSomething, 'themes.definitionMissing'),
};

/** Name and definition in the consultation's first language; the rest, and the others, when somebody has written them. */
export function themeForm(languages: readonly Language[]) {
  const fields = languages.flatMap((language, place) =>
    themeParts.map((part) => [
      `${part}-${language}`,
      place === 0 && (part === 'name' || part === 'definition') ? needed[part] : optional[part].default(''),
    ]),
  );
  return z
    .object(Object.fromEntries(fields) as Record<string, z.ZodType<string>>)
    .transform((values): ThemeWords => {
      const text = (part: string) => localisedFrom(values, part, languages);
      const examples = Object.entries(text('examples')).map(([language, lines = '']) => [
        language,
        linesOf(lines),
      ]);
      return {
        ...{ name: text('name'), definition: text('definition') },
        ...{ includes: text('includes'), excludes: text('excludes') },
        examples: Object.fromEntries(examples),
      };
    });
}

/** `name-en` and `name-cy` as one text by language; what was left empty is absent. */
export function localisedFrom(
  values: Record<string, unknown>,
  field: string,
  languages: readonly (Language | undefined)[],
): Localised {
  const written = languages.flatMap((language) => {
    const words = values[`${field}-${language}`];
    return typeof words === 'string' && words !== '' ? [[language, tidy(words)]] : [];
  });
  return Object.fromEntries(written) as Localised;
}

/** The fields of the form. */
export function fieldsOf(languages: readonly Language[]): string[] {
  return languages.flatMap((language) => themeParts.map((part) => `${part}-${language}`));
}

/** A theme as it stands in the form. */
export function valuesOf(theme: ThemeWords, languages: readonly Language[]): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) =>
      themeParts.map((part) => {
        const words = theme[part][language] ?? '';
        return [`${part}-${language}`, typeof words === 'string' ? words : words.join('\n')];
      }),
    ),
  );
}

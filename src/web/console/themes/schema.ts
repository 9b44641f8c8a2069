import { z } from 'zod';
import type { Language, Localised } from '#domain/words.ts';

export const NAME_MAX = 80;
export const DEFINITION_MAX = 500;

export const name = z.string().trim().max(NAME_MAX, 'themes.nameLong');
export const definition = z.string().trim().max(DEFINITION_MAX, 'themes.definitionLong');

/** Name and definition in the consultation's first language; in the others when somebody has translated them. */
export function themeForm([first, ...others]: readonly Language[]) {
  const fields = others.flatMap((language) => [
    [`name-${language}`, name.default('')],
    [`definition-${language}`, definition.default('')],
  ]);
  return z
    .object({
      [`name-${first}`]: name.min(1, 'themes.nameMissing'),
      [`definition-${first}`]: definition.min(1, 'themes.definitionMissing'),
      ...Object.fromEntries(fields),
    })
    .transform((values) => ({
      name: localisedFrom(values, 'name', [first, ...others]),
      definition: localisedFrom(values, 'definition', [first, ...others]),
    }));
}

/** `name-en` and `name-cy` as one text by language; what was left empty is absent. */
export function localisedFrom(
  values: Record<string, unknown>,
  field: string,
  languages: readonly (Language | undefined)[],
): Localised {
  const written = languages.flatMap((language) => {
    const words = values[`${field}-${language}`];
    return typeof words === 'string' && words !== '' ? [[language, words]] : [];
  });
  return Object.fromEntries(written) as Localised;
}

import { z } from 'zod';
import type { Language } from '#domain/words.ts';
import { longest } from '#review/codebook/words.ts';
import { localisedFrom } from '#web/console/themes/schema.ts';

const name = z.string().trim().max(longest.name, 'themes.nameLong');
const definition = z.string().trim().max(longest.definition, 'themes.definitionLong');

/** Name and definition of one of the themes that another is split into: `name1-en`, `definition2-cy`. */
export function partForm(part: '1' | '2', languages: readonly Language[]) {
  const fields = languages.flatMap((language, place) => [
    [`name${part}-${language}`, place === 0 ? name.min(1, 'themes.nameMissing') : name.default('')],
    [
      `definition${part}-${language}`,
      place === 0 ? definition.min(1, 'themes.definitionMissing') : definition.default(''),
    ],
  ]);
  return z.object(Object.fromEntries(fields) as Record<string, z.ZodType<string>>).transform((values) => ({
    name: localisedFrom(values, `name${part}`, languages),
    definition: localisedFrom(values, `definition${part}`, languages),
  }));
}

export function splitFields(languages: readonly Language[]): string[] {
  return languages.flatMap((language) =>
    ['1', '2'].flatMap((part) => [`name${part}-${language}`, `definition${part}-${language}`]),
  );
}

const rests = ['first', 'second', 'again'] as const;
/** What becomes of all that is ticked for neither: for one of them too, or suggested and reviewed again. */
export type Rest = (typeof rests)[number];

/** The first, where nothing is chosen: what has been accepted stays so. */
export function restIn(body: unknown): Rest {
  return z.object({ rest: z.enum(rests) }).safeParse(body).data?.rest ?? 'first';
}

/** The responses that are ticked for one of them. */
export function tickedIn(body: unknown, field: 'first' | 'second'): string[] {
  const ids = z.union([z.string().transform((id) => [id]), z.array(z.string())]);
  return z.object({ [field]: ids }).safeParse(body).data?.[field] ?? [];
}

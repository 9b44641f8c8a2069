import { z } from 'zod';
import { type Language, outcomeKinds } from '#domain/words.ts';
import { weDidLimit } from '#loop/compose.ts';
import { localisedFrom } from '#web/console/themes/schema.ts';

export const YOU_SAID_MAX = 600;
export const WE_DID_MAX = weDidLimit;

const youSaid = z.string().trim().max(YOU_SAID_MAX, 'outcome.youSaidLong');
const weDid = z.string().trim().max(WE_DID_MAX, 'outcome.weDidLong');
/** One ticked box comes as a string, several as a list, none not at all. */
const ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((ids) => [...new Set(ids)]);

/** What an officer writes: whole in the consultation's first language, in the others when it has been translated. */
export function outcomeForm(languages: readonly Language[], themeIds: readonly string[]) {
  const inEach = (field: string, words: z.ZodString, missing: string) =>
    Object.fromEntries(
      languages.map((language, index) => [
        `${field}-${language}`,
        index === 0 ? words.min(1, missing) : words.default(''),
      ]),
    );
  return z
    .object({
      themes: ticked.refine((ids) => ids.every((id) => themeIds.includes(id)), 'outcome.themeUnknown'),
      ...inEach('youSaid', youSaid, 'outcome.youSaidMissing'),
      kind: z.enum(outcomeKinds, 'outcome.kindMissing'),
      ...inEach('weDid', weDid, 'outcome.weDidMissing'),
    })
    .transform(({ kind, themes, ...words }) => ({
      kind,
      themeIds: themes,
      youSaid: localisedFrom(words, 'youSaid', languages),
      weDid: localisedFrom(words, 'weDid', languages),
    }));
}

import { z } from 'zod';
import { type Language, languages, type Voice, voices } from '#domain/words.ts';

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'use lower-case letters, numbers and hyphens, starting with a letter')
  .describe('A name that residents never see: lower-case letters, numbers and hyphens.');

/** Texts by language; the rules of lint/ check that none is missing. */
export const localised = z
  .strictObject(eachOf<Voice, z.ZodOptional<z.ZodString>>(voices, () => z.string().trim().min(1).optional()))
  .refine(
    (texts) => Object.keys(texts).length > 0,
    'write it in at least one language, for example en: "..."',
  )
  .meta({ id: 'words' });

/** Lists by language: keywords, examples. */
export const lists = z
  .strictObject(
    eachOf<Language, z.ZodOptional<z.ZodArray<z.ZodString>>>(languages, () => z.array(z.string()).optional()),
  )
  .meta({ id: 'lists' });

function eachOf<Key extends string, Value>(keys: readonly Key[], make: () => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, Value>;
}

export const day = z.iso.date('write a date as 2026-11-20').describe('A day, written as 2026-11-20.');

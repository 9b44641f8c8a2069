import { z } from 'zod';
import { longest } from '#review/codebook/words.ts';

const id = z.string().max(100);

/** Which reading, of which consultation: hidden fields. */
export const whichForm = z.object({ consultation: id, reading: id });

const NONE = 'none';

export const readForm = z
  .object({
    theme: z
      .union([id, z.array(id).max(200)])
      .default([])
      .transform((ids) => [ids].flat()),
    name: z.string().trim().max(longest.name, 'read.nameLong').default(''),
    why: z.string().trim().max(longest.definition, 'read.whyLong').default(''),
  })
  .superRefine(({ theme, name, why }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: [path] });
    if (theme.includes(NONE) && theme.length > 1) issue('theme', 'read.noneAndSome');
    else if (theme.length === 0 && name === '' && why === '') issue('theme', 'read.nothingTicked');
    if (name === '' && why !== '') issue('name', 'read.nameMissing');
    if (why === '' && name !== '') issue('why', 'read.whyMissing');
  })
  .transform(({ theme, name, why }) => ({
    themeIds: theme.filter((one) => one !== NONE),
    suggestion: name === '' ? null : { name, why },
  }));

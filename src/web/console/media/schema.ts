import { z } from 'zod';

const from = z.enum(['list', 'response']).catch('list');

export const writtenForm = z.object({
  text: z
    .string('media.textMissing')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'media.textMissing').max(20_000, 'media.textTooLong')),
  from,
});

export const seenForm = z.object({ from });

import { z } from 'zod';
import { hiddenKinds } from '#theming/redact/redact.ts';

export const hideForm = z.object({
  words: z
    .string('redaction.wordsMissing')
    // As a browser sends what was typed over several lines.
    .transform((words) => words.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'redaction.wordsMissing').max(5000, 'redaction.wordsNotThere')),
  kind: z.enum(hiddenKinds).catch('other'),
});

export const namedForm = z.object({ of: z.string().min(1).max(100) });

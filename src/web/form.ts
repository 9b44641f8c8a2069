import type { Response } from 'express';
import { z } from 'zod';
import type { TextKey } from '#texts/text.ts';

export interface FieldError {
  /** The id of the field that it is about. */
  field: string;
  text: string;
}

/**
 * Reads a form with a schema whose messages are keys of texts/: `z.string().trim().min(1, 'signIn.emailMissing')`.
 * One error a field, in the page's language and in the order of the fields: GOV.UK's error summary wants it so.
 */
export function readForm<T>(
  schema: z.ZodType<T>,
  body: unknown,
  res: Response,
): { ok: true; data: T } | { ok: false; errors: FieldError[] } {
  const parsed = schema.safeParse(body ?? {}, { error: () => 'error.field' });
  if (parsed.success) return { ok: true, data: parsed.data };
  const errors = new Map<string, FieldError>();
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!errors.has(field)) errors.set(field, { field, text: res.locals.t(issue.message as TextKey) });
  }
  return { ok: false, errors: [...errors.values()] };
}

/** What was typed, to be shown again: strings only, and never a password. */
export function typed(body: unknown, fields: string[]): Record<string, string> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(body);
  const given = parsed.success ? parsed.data : {};
  return Object.fromEntries(fields.map((field) => [field, String(given[field] ?? '')]));
}

import type { Request, Response } from 'express';
import type { Changed, Reason } from '#review/codebook/change.ts';
import type { Services } from '#services.ts';
import type { TextKey } from '#texts/text.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import type { FieldError } from '#web/form.ts';
import { type ChangeInWords, inWords } from './inWords.ts';

/** Why a change was not made, in words; one that cannot be asked for on any page says what could be. */
export const reasons: Record<Reason, TextKey> = {
  retired: 'codebook.reason.retired',
  itself: 'codebook.reason.itself',
  isUndone: 'codebook.reason.isUndone',
  isUndo: 'codebook.reason.isUndo',
  later: 'codebook.reason.later',
  published: 'codebook.reason.published',
  inUse: 'codebook.reason.inUse',
};

export interface Answering {
  done: TextKey;
  params?: Record<string, string | number>;
  /** Where one goes when it is done. */
  to: string;
  /** Shows the form once more with all that was typed, and what colleagues have changed meanwhile. */
  again(changes: ChangeInWords[]): void | Promise<void>;
}

/** After a change: on to the next page, or the same one again with why it was not made. */
export async function answer(
  services: Services,
  req: Request,
  res: Response,
  changed: Changed,
  { done, params, to, again }: Answering,
): Promise<void> {
  if (changed.done) {
    services.nudge('theming');
    say(req, done, params);
    return res.redirect(303, to);
  }
  if (changed.why === 'missing') {
    await notFound(req, res, () => {});
    return;
  }
  if (changed.why === 'sameName') {
    res.status(400).locals.errors = sameNameErrors(res, changed.languages);
    await again([]);
    return;
  }
  res.status(409);
  if (changed.why === 'refused') {
    res.locals.errors = [{ field: 'change', text: res.locals.t(reasons[changed.reason]) }];
    await again([]);
    return;
  }
  await again(changed.changes.map((change) => inWords(change, res.locals)));
}

/** At each name that another theme has, on a form that names them `name-en` and so on. */
export function sameNameErrors(res: Response, languages: readonly string[]): FieldError[] {
  const text = res.locals.t('codebook.reason.sameName');
  return languages.map((language) => ({ field: `name-${language}`, text }));
}

import type { Request, Response } from 'express';
import type { Localised } from '#domain/words.ts';
import type { Changed, Reason } from '#review/codebook/change.ts';
import type { Clash } from '#review/codebook/words.ts';
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
  /** Where the page says that another theme has the name: at the fields `name-en` and so on, unless it names others. */
  sameName?: (clash: Clash) => FieldError[];
}

/** After a change: on to the next page, or the same one again with why it was not made. */
export async function answer(
  services: Services,
  req: Request,
  res: Response,
  changed: Changed,
  { done, params, to, again, sameName = (clash) => sameNameErrors(res, clash) }: Answering,
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
    res.status(400).locals.errors = sameName(changed);
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
export function sameNameErrors(res: Response, clash: Clash, field = 'name-'): FieldError[] {
  const key = clash.isNew ? 'codebook.reason.sameNameTwice' : 'codebook.reason.sameNameAs';
  const text = res.locals.t(key, { name: clashingName(clash) });
  return clash.languages.map((language) => ({ field: `${field}${language}`, text }));
}

/** As the other theme is called in the language in which both have one name. */
export function clashingName({ name, languages: [first = 'en'] }: Clash): string {
  return name[first as keyof Localised] ?? '';
}

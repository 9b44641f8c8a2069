import { type Response, Router } from 'express';
import { takesStance } from '#flow/stance.ts';
import { editTheme } from '#review/codebook/editTheme.ts';
import { differing, longest } from '#review/codebook/words.ts';
import type { Services } from '#services.ts';
import { answer } from '#web/console/codebook/answer.ts';
import type { ChangeInWords } from '#web/console/codebook/inWords.ts';
import { fieldsOf, themeForm, valuesOf } from '#web/console/themes/schema.ts';
import { readForm, typed } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { type ById, type Found, foundIn, seenIn } from './found.ts';

/** Writing a theme's words anew. */
export function editRoutes(services: Services): Router {
  const router = Router();
  const path = '/console/themes/:id/edit';

  router.get(path, requireRole('reviewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    show(res, found, valuesOf(found.theme, found.consultation.languages));
  });

  router.post(path, requireRole('reviewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const { theme, consultation } = found;
    const values = typed(req.body, fieldsOf(consultation.languages));
    const seen = seenIn(req.body);
    const form = readForm(themeForm(consultation.languages), req.body, res);
    if (!form.ok) {
      res.status(400).locals.errors = form.errors;
      return show(res, { ...found, version: seen }, values);
    }
    const { id: officerId } = signedIn(res);
    const words = withOthers(form.data, theme, consultation.languages);
    const asked = { consultationId: consultation.id, officerId, seen, themeId: theme.id, words };
    await answer(services, req, res, await editTheme(services, asked), {
      done: differing(theme, words).length > 0 ? 'codebook.edited' : 'codebook.notEdited',
      to: `/console/themes/${theme.id}`,
      again: (changes) => show(res, found, values, changes),
    });
  });
  return router;
}

type Words = Parameters<typeof editTheme>[1]['words'];

/** What stands there in a language that the form does not show, easy-read variants among them, stays. */
function withOthers(words: Words, theme: Words, shown: readonly string[]): Words {
  const other = <T extends object>(texts: T): Partial<T> =>
    Object.fromEntries(Object.entries(texts).filter(([voice]) => !shown.includes(voice))) as Partial<T>;
  return {
    name: { ...other(theme.name), ...words.name },
    definition: { ...other(theme.definition), ...words.definition },
    includes: { ...other(theme.includes), ...words.includes },
    excludes: { ...other(theme.excludes), ...words.excludes },
    examples: { ...other(theme.examples), ...words.examples },
  };
}

function show(
  res: Response,
  found: Found,
  values: Record<string, string>,
  changes: ChangeInWords[] = [],
): void {
  res.render('console/theme/edit.njk', {
    section: 'themes',
    ...found,
    values,
    changes,
    longest,
    stance: takesStance(found.theme.name),
  });
}

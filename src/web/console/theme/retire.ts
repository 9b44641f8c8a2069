import { type Response, Router } from 'express';
import { notHeardAbout } from '#loop/debt.ts';
import { retireTheme } from '#review/codebook/retireTheme.ts';
import type { Services } from '#services.ts';
import { outcomesNaming } from '#store/outcome-themes.ts';
import { raised } from '#store/themes-count.ts';
import { answer } from '#web/console/codebook/answer.ts';
import type { ChangeInWords } from '#web/console/codebook/inWords.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { type ById, type Found, foundIn, mergedInto, seenIn } from './found.ts';

/** Taking a theme out of use, after seeing who still waits to hear back. */
export function retireRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();
  const path = '/console/themes/:id/retire';

  const show = async (res: Response, found: Found, changes: ChangeInWords[] = []) => {
    const { theme, themes } = found;
    const [counts, waiting, outcomes] = await Promise.all([
      raised(store.read, [theme.id]),
      notHeardAbout(store.read, {
        ...{ consultationId: theme.consultationId, themeIds: [theme.id] },
        before: mergedInto(theme.id, themes),
      }),
      outcomesNaming(store.read, [theme.id]),
    ]);
    res.render('console/theme/retire.njk', {
      section: 'themes',
      ...found,
      ...counts,
      waiting,
      changes,
      drafts: outcomes.filter(({ state }) => state === 'draft').length,
      mayWrite: mayDo(signedIn(res).role, 'publisher'),
    });
  };

  router.get(path, requireRole('reviewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    await show(res, found);
  });

  router.post(path, requireRole('reviewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const { theme, consultation } = found;
    const asked = { consultationId: consultation.id, officerId: signedIn(res).id, seen: seenIn(req.body) };
    await answer(services, req, res, await retireTheme(services, { ...asked, themeId: theme.id }), {
      done: 'codebook.retireDone',
      to: `/console/themes/${theme.id}`,
      again: (changes) => show(res, found, changes),
    });
  });
  return router;
}

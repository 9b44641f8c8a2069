import { type Response, Router } from 'express';
import { notHeardAbout } from '#loop/debt.ts';
import { whatMerging } from '#loop/merging.ts';
import { mergeThemes } from '#review/codebook/mergeThemes.ts';
import type { Services } from '#services.ts';
import type { Theme } from '#store/codebook.ts';
import { raised } from '#store/themes-count.ts';
import { answer } from '#web/console/codebook/answer.ts';
import type { ChangeInWords } from '#web/console/codebook/inWords.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { type ById, type Found, foundIn, mergedInto, seenIn } from './found.ts';

/** Merging a theme into another: choosing which, seeing what happens, doing it. */
export function mergeRoutes(services: Services): Router {
  const { store, reach } = services;
  const router = Router();
  const path = '/console/themes/:id/merge';

  const choose = (res: Response, found: Found) =>
    res.render('console/theme/merge.njk', {
      section: 'themes',
      ...found,
      others: othersOf(found),
    });

  const preview = async (res: Response, found: Found, into: Theme, changes: ChangeInWords[] = []) => {
    const { theme, themes, consultation } = found;
    const consultationId = consultation.id;
    const asMerging = ({ id }: Theme) => ({ id, before: mergedInto(id, themes) });
    const [one, other, both, waiting, change] = await Promise.all([
      raised(store.read, [theme.id]),
      raised(store.read, [into.id]),
      raised(store.read, [theme.id, into.id]),
      notHeardAbout(store.read, {
        consultationId,
        themeIds: [theme.id, into.id],
        before: [theme, into].flatMap(({ id }) => mergedInto(id, themes)),
      }),
      whatMerging(store.read, { consultationId, theme: asMerging(theme), into: asMerging(into) }, reach),
    ]);
    res.render('console/theme/merge-preview.njk', {
      section: 'themes',
      ...found,
      ...{ into, one, other, both, waiting, changes, change },
    });
  };

  router.get(path, requireRole('reviewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const asked = req.query.into ?? req.query.chosen;
    const into = othersOf(found).find(({ id }) => id === asked);
    if (into !== undefined) return preview(res, found, into);
    if (asked !== undefined) {
      res.status(400).locals.errors = [{ field: 'into', text: res.locals.t('codebook.mergeMissing') }];
    }
    choose(res, found);
  });

  router.post(path, requireRole('reviewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const { theme, themes, consultation } = found;
    const into = themes.find(({ id }) => id === req.body?.into);
    if (into === undefined) {
      res.status(400).locals.errors = [{ field: 'into', text: res.locals.t('codebook.mergeMissing') }];
      return choose(res, found);
    }
    const asked = { consultationId: consultation.id, officerId: signedIn(res).id, seen: seenIn(req.body) };
    const merged = await mergeThemes(services, { ...asked, themeId: theme.id, intoId: into.id });
    await answer(services, req, res, merged, {
      done: 'codebook.merged',
      to: `/console/themes/${into.id}`,
      again: (changes) => preview(res, found, into, changes),
    });
  });
  return router;
}

function othersOf({ theme, themes }: Found): Theme[] {
  return themes.filter(({ id, state }) => state === 'active' && id !== theme.id);
}

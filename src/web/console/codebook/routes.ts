import { type Request, type Response, Router } from 'express';
import { codebookCsv } from '#review/codebook/csv.ts';
import { standingReason, undoChange } from '#review/codebook/undoChange.ts';
import { codebookYaml } from '#review/codebook/yaml.ts';
import type { Services } from '#services.ts';
import type { Theme } from '#store/codebook.ts';
import { changesAfter, listedThemes } from '#store/codebook-changes.ts';
import { type Consultation, chosenIn, consultationsOf } from '#web/console/consultations.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { answer, clashingName, reasons } from './answer.ts';
import { importRoutes } from './import.ts';
import { inWords } from './inWords.ts';

/** More are kept, and nobody scrolls so far. */
const MOST = 200;

/** The codebook as a whole: its history, undoing, and as a file. */
export function codebookRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();

  const show = async (res: Response, consultation: Consultation) => {
    const changes = await changesAfter(store.read, consultation.id, 0, MOST + 1);
    res.render('console/codebook/history.njk', {
      section: 'themes',
      consultations: await consultationsOf(services),
      consultation,
      changes: changes.slice(0, MOST).map((change) => {
        const reason = standingReason(change, changes);
        // That it is undone, its line says already.
        const why = reason === null || reason === 'isUndone' ? null : res.locals.t(reasons[reason]);
        return { ...inWords(change, res.locals), mayBeUndone: reason === null, why };
      }),
      most: MOST,
      more: changes.length > MOST,
      mayUndo: mayDo(signedIn(res).role, 'reviewer'),
    });
  };

  router.get('/console/themes/history', requireRole('viewer'), async (req, res, next) => {
    const { consultation } = await chosenIn(services, req.query.consultation);
    if (consultation === undefined) return next();
    await show(res, consultation);
  });

  router.post('/console/themes/history/:id/undo', requireRole('reviewer'), async (req, res, next) => {
    const { consultation } = await chosenIn(services, String(req.body?.consultation ?? ''));
    const version = Number(req.params.id);
    if (consultation === undefined || !Number.isSafeInteger(version)) return next();
    const { id: officerId } = signedIn(res);
    const undone = await undoChange(services, { consultationId: consultation.id, officerId, version });
    await answer(services, req, res, undone, {
      done: 'codebook.undone',
      params: { version },
      to: `/console/themes/history?${new URLSearchParams({ consultation: consultation.id })}`,
      again: () => show(res, consultation),
      sameName: (clash) => [
        {
          field: 'change',
          text: res.locals.t('codebook.reason.sameNameBack', { name: clashingName(clash) }),
        },
      ],
    });
  });

  const asFile = (ending: string, type: string, write: (themes: Theme[]) => string) =>
    router.get(`/console/themes/export.${ending}`, requireRole('viewer'), async (req: Request, res, next) => {
      const { consultation } = await chosenIn(services, req.query.consultation);
      if (consultation === undefined) return next();
      res.attachment(`${consultation.id}-themes.${ending}`).type(type);
      res.send(write(await listedThemes(store.read, consultation.id)));
    });
  asFile('csv', 'text/csv; charset=utf-8', codebookCsv);
  asFile('yaml', 'application/yaml; charset=utf-8', codebookYaml);

  router.use(importRoutes(services));
  return router;
}

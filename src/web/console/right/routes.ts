import { type Request, Router } from 'express';
import { londonDay } from '#domain/day.ts';
import { ENOUGH, rightOf } from '#review/right.ts';
import type { Services } from '#services.ts';
import { monthInWords } from '#texts/text.ts';
import { chosenIn } from '#web/console/consultations.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { rightCsv } from './csv.ts';
import { lineOf } from './line.ts';
import { kappaSaid, outOfHundred, twoPlaces } from './said.ts';
import { rightQuery } from './schema.ts';

const PAGE = '/console/right';

/** How often the machine is right, and officers with each other. */
export function rightRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();
  const chosen = (req: Request) => chosenIn(services, rightQuery.parse(req.query).consultation);

  router.get(PAGE, requireRole('viewer'), async (req, res, next) => {
    const { consultations, consultation } = await chosen(req);
    if (consultation === undefined) return next();
    const right = await rightOf(store.read, consultation.id);
    res.render('console/right/view.njk', {
      section: 'themes',
      consultations,
      consultation,
      right,
      few: ENOUGH,
      line: lineOf(right.months),
      month: (at: number) => monthInWords(res.locals.language, at),
      outOfHundred,
      kappaSaid,
      twoPlaces,
      mayLook: mayDo(signedIn(res).role, 'reviewer'),
    });
  });

  router.get(`${PAGE}.csv`, requireRole('viewer'), async (req, res, next) => {
    const { consultation } = await chosen(req);
    if (consultation === undefined) return next();
    const right = await rightOf(store.read, consultation.id);
    const names = new Map(right.themes.map(({ id, name }) => [id, res.locals.loc(name)]));
    const csv = rightCsv(
      right,
      (id) => names.get(id) ?? '',
      (at) => londonDay(at).slice(0, 7),
    );
    res.attachment(`is-it-right-${consultation.id}.csv`);
    res.type('text/csv; charset=utf-8').send(csv);
  });
  return router;
}

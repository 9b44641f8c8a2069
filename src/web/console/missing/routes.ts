import { Router } from 'express';
import { pictureOf } from '#review/picture.ts';
import { reachOut } from '#review/reachOut.ts';
import type { Services } from '#services.ts';
import { countWhoElse, whoElseSaid } from '#store/who-else.ts';
import { peopleByChannel, peopleByLanguage, responsesByHour } from '#store/who-wrote.ts';
import { chosenIn } from '#web/console/consultations.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { readForm } from '#web/form.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { areaRoutes } from './area.ts';
import { lastDays, since } from './days.ts';
import { missingQuery, reachedForm } from './schema.ts';

const PAGE = '/console/missing';
const PER_PAGE = 25;

/** Who has been heard, who is missing, and what has been done about it. No page here is about one person's answer. */
export function missingRoutes(services: Services): Router {
  const { store, flows, clock } = services;
  const router = Router();

  router.get(PAGE, requireRole('viewer'), async (req, res, next) => {
    const query = missingQuery.parse(req.query);
    const { consultations, consultation } = await chosenIn(services, query.consultation);
    if (consultation === undefined) return next();
    const { id } = consultation;
    const now = clock.now();
    const [questions, channels, languages, hours, counts] = await Promise.all([
      pictureOf(store.read, id, flows.current.get(id)?.flow),
      peopleByChannel(store.read, id),
      peopleByLanguage(store.read, id),
      responsesByHour(store.read, id, since(now)),
      countWhoElse(store.read, id),
    ]);
    const pages = Math.max(1, Math.ceil(counts.said / PER_PAGE));
    const page = Math.min(query.page, pages);
    const days = lastDays(now, hours);
    res.render('console/missing/view.njk', {
      section: 'missing',
      consultations,
      consultation,
      questions,
      channels,
      languages,
      days,
      busiest: Math.max(1, ...days.map(({ count }) => count)),
      counts,
      said: await whoElseSaid(store.read, id, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE }),
      page,
      pages,
      mayChange: mayDo(signedIn(res).role, 'reviewer'),
    });
  });

  router.post(`${PAGE}/reached`, requireRole('reviewer'), async (req, res, next) => {
    const form = readForm(reachedForm, req.body, res);
    if (!form.ok) return notFound(req, res, next);
    const { response, reached } = form.data;
    if (!(await reachOut(services, { responseId: response, reached, officerId: signedIn(res).id })))
      return notFound(req, res, next);
    const { consultation, page } = missingQuery.parse(req.body);
    say(req, reached ? 'missing.reachedDone' : 'missing.reachedUndone');
    const back = new URLSearchParams({ ...(consultation && { consultation }), page: String(page) });
    res.redirect(303, `${PAGE}?${back}#who-else`);
  });

  router.use(areaRoutes(services));
  return router;
}

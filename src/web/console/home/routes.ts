import { Router } from 'express';
import { londonDay } from '#domain/day.ts';
import { notHeardBack } from '#loop/debt.ts';
import type { Services } from '#services.ts';
import { unreached } from '#store/alerts.ts';
import { countHandTasks } from '#store/handTasks.ts';
import { leftOut } from '#store/residentReadings.ts';
import { countOpenGroups } from '#store/themeGroups-read.ts';
import { consultationIds, waiting } from '#store/waiting.ts';
import { spentBudget } from '#web/console/budget.ts';
import { whyOf } from '#web/console/case/alerts.ts';
import { consultationsOf } from '#web/console/consultations.ts';
import { showReadingHome } from '#web/console/read/home.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';

export function homeRoutes(services: Services): Router {
  const { store, clock, flows, config, unguarded } = services;
  const router = Router();
  router.get('/console', requireRole('resident'), async (_req, res) => {
    if (signedIn(res).role === 'resident') return showReadingHome(services, res);
    const suggested = await countOpenGroups(store.read);
    const consultations = await consultationsOf(services);
    const debts = (await consultationIds(store.read)).map((id) => notHeardBack(store.read, id));
    const { role } = signedIn(res);
    res.render('console/home/view.njk', {
      section: 'home',
      unguarded: unguarded && mayDo(role, 'admin'),
      unreached: (await unreached(store.read)).map((alert) => ({ ...alert, why: whyOf(res.locals, alert) })),
      spent: await spentBudget(services, res),
      waiting: await waiting(store.read),
      // Nothing where the page that it leads to is not theirs to open.
      byHand: mayDo(role, 'reviewer') ? await countHandTasks(store.read, londonDay(clock.now())) : null,
      leftOut: mayDo(role, 'reviewer') ? await leftOut(store.read) : null,
      notHeardBack: (await Promise.all(debts)).reduce((sum, debt) => sum + debt, 0),
      flows: [...flows.current.values()].map(({ flow }) => ({ title: flow.title, keywords: flow.keywords })),
      simulator: config.simulator,
      // Each leads to a page that shows just these.
      suggested: suggested.map(({ consultationId, count }) => ({
        consultationId,
        count,
        title: consultations.find(({ id }) => id === consultationId)?.title ?? {},
      })),
    });
  });
  return router;
}

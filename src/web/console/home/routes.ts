import { Router } from 'express';
import { notHeardBack } from '#loop/debt.ts';
import type { Services } from '#services.ts';
import { unreached } from '#store/alerts.ts';
import { consultationIds, waiting } from '#store/waiting.ts';
import { spentBudget } from '#web/console/budget.ts';
import { whyOf } from '#web/console/case/alerts.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';

export function homeRoutes(services: Services): Router {
  const { store, flows, config, unguarded } = services;
  const router = Router();
  router.get('/console', requireRole('viewer'), async (_req, res) => {
    const debts = (await consultationIds(store.read)).map((id) => notHeardBack(store.read, id));
    res.render('console/home/view.njk', {
      section: 'home',
      unguarded: unguarded && mayDo(signedIn(res).role, 'admin'),
      unreached: (await unreached(store.read)).map((alert) => ({ ...alert, why: whyOf(res.locals, alert) })),
      spent: await spentBudget(services, res),
      waiting: await waiting(store.read),
      notHeardBack: (await Promise.all(debts)).reduce((sum, debt) => sum + debt, 0),
      flows: [...flows.current.values()].map(({ flow }) => ({ title: flow.title, keywords: flow.keywords })),
      simulator: config.simulator,
    });
  });
  return router;
}

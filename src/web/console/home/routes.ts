import { Router } from 'express';
import { notHeardBack } from '#loop/debt.ts';
import type { Services } from '#services.ts';
import { consultationIds, waiting } from '#store/waiting.ts';
import { requireRole } from '#web/middleware/requireRole.ts';

export function homeRoutes({ store, flows, config }: Services): Router {
  const router = Router();
  router.get('/console', requireRole('viewer'), async (_req, res) => {
    const debts = (await consultationIds(store.read)).map((id) => notHeardBack(store.read, id));
    res.render('console/home/view.njk', {
      section: 'home',
      waiting: await waiting(store.read),
      notHeardBack: (await Promise.all(debts)).reduce((sum, debt) => sum + debt, 0),
      flows: [...flows.current.values()].map(({ flow }) => ({ title: flow.title, keywords: flow.keywords })),
      simulator: config.simulator,
    });
  });
  return router;
}

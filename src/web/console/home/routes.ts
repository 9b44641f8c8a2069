import { Router } from 'express';
import type { Services } from '#services.ts';
import { waiting } from '#store/waiting.ts';
import { requireRole } from '#web/middleware/requireRole.ts';

export function homeRoutes({ store, flows, config }: Services): Router {
  const router = Router();
  router.get('/console', requireRole('viewer'), async (_req, res) => {
    res.render('console/home/view.njk', {
      section: 'home',
      waiting: await waiting(store.read),
      flows: [...flows.current.values()].map(({ flow }) => ({ title: flow.title, keywords: flow.keywords })),
      simulator: config.simulator,
    });
  });
  return router;
}

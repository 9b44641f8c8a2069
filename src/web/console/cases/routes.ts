import { Router } from 'express';
import type { Services } from '#services.ts';
import { listCases } from '#store/cases-read.ts';
import { requireRole } from '#web/middleware/requireRole.ts';

/** More open cases than this are a crisis that no list helps with; the first ones are the ones to start with. */
const AT_MOST = 200;

export function casesRoutes({ store, clock }: Services): Router {
  const router = Router();
  router.get('/console/cases', requireRole('viewer'), async (req, res) => {
    const state = req.query.state === 'closed' ? 'closed' : 'open';
    res.render('console/cases/view.njk', {
      section: 'cases',
      state,
      cases: await listCases(store.read, state, AT_MOST),
      now: clock.now(),
    });
  });
  return router;
}

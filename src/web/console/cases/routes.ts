import { Router } from 'express';
import type { Services } from '#services.ts';
import { listCases } from '#store/cases-read.ts';
import { signpostStates } from '#store/cases-signpost.ts';
import { requireRole } from '#web/middleware/requireRole.ts';

/** More open cases than this are a crisis that no list helps with; the first ones are the ones to start with. */
const AT_MOST = 200;

export function casesRoutes({ store, clock }: Services): Router {
  const router = Router();
  router.get('/console/cases', requireRole('viewer'), async (req, res) => {
    const state = req.query.state === 'closed' ? 'closed' : 'open';
    const cases = await listCases(store.read, state, AT_MOST);
    const care = cases.filter(({ kind }) => kind === 'safeguarding' && state === 'open').map(({ id }) => id);
    const signposts = await signpostStates(store.read, care);
    res.render('console/cases/view.njk', {
      section: 'cases',
      state,
      cases: cases.map((one) => ({ ...one, notTold: signposts.get(one.id) === 'notTold' })),
      now: clock.now(),
    });
  });
  return router;
}

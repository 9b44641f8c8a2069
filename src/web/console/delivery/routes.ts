import { type Request, Router } from 'express';
import { leaveIt, sendAgain } from '#outbox/decide.ts';
import type { Services } from '#services.ts';
import { attemptedDelivery } from '#store/lost.ts';
import { say } from '#web/flash.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { decisionForm } from './schema.ts';

type ById = Request<{ id: string }>;
const list = '/console/deliveries?state=unknown';

/** One message of which nobody knows whether it arrived: a publisher decides whether it goes again. */
export function deliveryRoutes(services: Services): Router {
  const { store, nudge } = services;
  const router = Router();

  router.get('/console/deliveries/:id', requireRole('publisher'), async (req: ById, res, next) => {
    const delivery = await attemptedDelivery(store.read, req.params.id);
    if (delivery === undefined) return next();
    if (delivery.state === 'unknown')
      return res.render('console/delivery/view.njk', { section: 'deliveries', delivery });
    say(req, 'delivery.overtaken');
    res.redirect(list);
  });

  const decides = (decide: typeof sendAgain, done: 'delivery.sentAgain' | 'delivery.left') =>
    async function decided(req: ById, res: Parameters<typeof signedIn>[0], next: () => void) {
      const delivery = await attemptedDelivery(store.read, req.params.id);
      if (delivery === undefined) return next();
      const { attempt: attemptId } = decisionForm.parse(req.body);
      const officerId = signedIn(res).id;
      const isDone = await decide(services, { deliveryId: delivery.id, attemptId, officerId });
      if (isDone) nudge('outbox');
      say(req, isDone ? done : 'delivery.overtaken');
      res.redirect(303, list);
    };
  const publisher = requireRole('publisher');
  router.post('/console/deliveries/:id/again', publisher, decides(sendAgain, 'delivery.sentAgain'));
  router.post('/console/deliveries/:id/leave', publisher, decides(leaveIt, 'delivery.left'));
  return router;
}

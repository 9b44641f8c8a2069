import { type Request, type Response, Router } from 'express';
import { acceptCase } from '#cases/accept.ts';
import { releaseAfterwards } from '#cases/afterwards.ts';
import { closeCase } from '#cases/close.ts';
import { categoryKey } from '#cases/notice.ts';
import { reachResident } from '#people/reach.ts';
import type { Services } from '#services.ts';
import { alertsOf } from '#store/alerts.ts';
import { caseById, heldResponsesOf, isPaused } from '#store/cases-read.ts';
import { signpostStates } from '#store/cases-signpost.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { lineOf } from './alerts.ts';

const PAGE = '/console/cases/:id';
type Reached = Awaited<ReturnType<typeof reachResident>>;

export function caseRoutes(services: Services): Router {
  const { store, clock } = services;
  const router = Router();

  const show = async (req: Request, res: Response, next: () => void, reached: Reached = null) => {
    const found = await caseById(store.read, idOf(req));
    if (found === undefined) return notFound(req, res, next);
    // Both are told to the lead and accepted by somebody; only danger is answered with a signpost.
    const danger = found.kind === 'safeguarding';
    const care = danger || found.kind === 'child';
    const { read } = store;
    res.render('console/case/view.njk', {
      section: 'cases',
      case: found,
      care,
      category: found.kind === 'child' ? 'caseCategory.child' : categoryKey(found.category),
      alerts: care ? (await alertsOf(read, found.id)).map(lineOf(res.locals)) : [],
      alerted: whoIsSet(services.config.safeguarding),
      signpost: danger ? (await signpostStates(read, [found.id])).get(found.id) : null,
      paused: danger && (await isPaused(read, found.conversationId)),
      held: found.conversationId === null ? [] : await heldResponsesOf(read, found.conversationId),
      reached,
      now: clock.now(),
      mayReview: mayDo(signedIn(res).role, 'reviewer'),
    });
  };

  router.get(PAGE, requireRole('viewer'), (req, res, next) => show(req, res, next));

  // A POST, because it is recorded and must not be done by a link. The address is never in a page that can be linked to.
  router.post(`${PAGE}/address`, requireRole('reviewer'), async (req, res, next) => {
    const reached = await reachResident(services, { caseId: idOf(req), officerId: signedIn(res).id });
    if (reached === null) return notFound(req, res, next);
    await show(req, res, next, reached);
  });

  router.post(`${PAGE}/accept`, requireRole('reviewer'), async (req, res, next) => {
    const caseId = idOf(req);
    if ((await caseById(store.read, caseId)) === undefined) return notFound(req, res, next);
    const accepted = await acceptCase(services, { caseId, officerId: signedIn(res).id });
    say(req, accepted ? 'case.acceptedNow' : 'case.acceptedAlready');
    res.redirect(303, `/console/cases/${caseId}`);
  });

  router.post(`${PAGE}/close`, requireRole('reviewer'), async (req, res, next) => {
    const release = req.body.release === 'yes';
    const restart = req.body.restart === 'yes';
    const closed = await closeCase(services, { caseId: idOf(req), officerId: signedIn(res).id, release });
    if (closed === null) return notFound(req, res, next);
    const { conversationId, released, careGoesOn } = closed;
    if (released) services.nudge('theming');
    const restarted =
      restart && !careGoesOn && conversationId !== null && (await services.restart(conversationId));
    if ((release && !released) || (restart && careGoesOn)) say(req, 'case.closedOtherOpen');
    else say(req, restarted ? 'case.closedAndRestarted' : 'case.closed');
    res.redirect(303, '/console/cases');
  });

  // What was not ticked when it was closed is not lost: it can be done later, from the closed case.
  router.post(`${PAGE}/afterwards`, requireRole('reviewer'), async (req, res, next) => {
    const caseId = idOf(req);
    const release = req.body.release === 'yes';
    const restart = req.body.restart === 'yes';
    const done = await releaseAfterwards(services, { caseId, officerId: signedIn(res).id, release });
    if (done === null) return notFound(req, res, next);
    const { conversationId, released, careGoesOn } = done;
    if (released) services.nudge('theming');
    const restarted =
      restart && !careGoesOn && conversationId !== null && (await services.restart(conversationId));
    if ((release && !released) || (restart && careGoesOn)) say(req, 'case.notDoneOtherOpen');
    else if (restarted) say(req, 'case.restartedNow');
    else if (released) say(req, 'case.releasedNow');
    res.redirect(303, `/console/cases/${caseId}`);
  });
  return router;
}

/** Who is told of a case that needs care; null where nobody is set. */
function whoIsSet({ lead, deputy }: Services['config']['safeguarding']): 'both' | 'lead' | 'deputy' | null {
  if (lead !== null && deputy !== null) return 'both';
  if (lead !== null) return 'lead';
  return deputy === null ? null : 'deputy';
}

function idOf(req: Request): string {
  return String(req.params.id);
}

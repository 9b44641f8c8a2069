import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { numberInWords } from '#invite/number.ts';
import { leaveByHand, takeByHand, waitingByHand } from '#loop/byHand.ts';
import { callResults, tickCall } from '#loop/call.ts';
import { undoable } from '#loop/letters.ts';
import type { Services } from '#services.ts';
import { say } from '#web/flash.ts';
import { readForm, typed } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';

const LIST = '/console/by-hand/calls';
const SAID_MAX = 20_000;

const ticked = z.object({
  result: z.enum(callResults, 'byHand.resultMissing'),
  said: z
    .string()
    .max(SAID_MAX, 'byHand.answerLong')
    .default('')
    .transform((text) => text.replace(/\r\n/g, '\n')),
});

/** Whom to ring: the list names nobody; a call is taken by one officer, who sees whom to ask for. */
export function callRoutes(services: Services): Router {
  const { store, clock } = services;
  const router = Router();

  const list = async (res: Response, gone: boolean) => {
    const officer = { officerId: signedIn(res).id, now: clock.now() };
    const calls = await waitingByHand(store.read, 'phone', officer);
    const done = await undoable(services, officer.officerId, 'phone');
    res.status(gone ? 404 : 200);
    res.render('console/by-hand-calls/list.njk', { section: 'byHand', calls, gone, done });
  };

  /** The address is in the answer to a POST only, so that no link leads to it. */
  const show = async (req: Request, res: Response, values: Record<string, string>) => {
    const call = await takeByHand(services, { id: idOf(req), way: 'phone', officerId: signedIn(res).id });
    if (call === null) return list(res, true);
    const { address } = call;
    const dialled = address.way === 'phone' ? address.phone : '';
    res.render('console/by-hand-calls/call.njk', {
      section: 'byHand',
      call,
      phone: { dialled, inWords: numberInWords(dialled) },
      values,
      results: callResults,
    });
  };

  router.get(LIST, requireRole('reviewer'), (_req, res) => list(res, false));

  router.post(`${LIST}/:id/take`, requireRole('reviewer'), (req, res) =>
    show(req, res, { result: '', said: '' }),
  );

  router.post(`${LIST}/:id/tick`, requireRole('reviewer'), async (req, res) => {
    const form = readForm(ticked, req.body, res);
    if (!form.ok) {
      res.status(400).locals.errors = form.errors;
      return show(req, res, typed(req.body, ['result', 'said']));
    }
    const tick = { id: idOf(req), officerId: signedIn(res).id, ...form.data };
    const done = await tickCall(services, tick);
    if (!done.ticked && !done.kept) return list(res, true);
    services.nudge('theming');
    say(req, done.ticked ? `byHand.ticked.${form.data.result}` : 'byHand.late');
    res.redirect(303, done.care ? '/console/by-hand?care=yes' : LIST);
  });

  router.post(`${LIST}/:id/leave`, requireRole('reviewer'), async (req, res) => {
    if (!(await leaveByHand(services, { id: idOf(req), way: 'phone', officerId: signedIn(res).id })))
      return list(res, true);
    say(req, 'byHand.left');
    res.redirect(303, LIST);
  });
  return router;
}

function idOf(req: Request): string {
  return String(req.params.id);
}

import { type Response, Router } from 'express';
import type { Days } from '#domain/day.ts';
import { personalInOutcome } from '#loop/personal.ts';
import { publishOutcome } from '#loop/publish.ts';
import type { Services } from '#services.ts';
import { say } from '#web/flash.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { type ById, checkedIn, type Found, foundIn, momentsOf, seenIn } from './found.ts';
import { showDraft } from './show.ts';
import { told } from './told.ts';

const path = '/console/outcomes/:id/publish';

/** Asks once more, with the number of people and what may be personal data, then publishes what was seen and nothing newer. */
export function publishRoutes(services: Services): Router {
  const { store, clock, newId, config, nudge, reach } = services;
  const router = Router();

  const ask = async (res: Response, { outcome }: Found) => {
    const who = await told(services, res, outcome);
    const { sendFrom, sendUntil, sending, organisation } = config;
    res.render('console/outcome/publish.njk', {
      section: 'outcomes',
      outcome,
      ...who,
      count: who.audience.people.length,
      personal: await personalInOutcome(store.read, outcome, organisation),
      sendFrom,
      sendUntil,
      sending,
    });
  };

  router.get(path, requireRole('publisher'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const { outcome, missing, hold } = found;
    if (outcome.state === 'published' || missing.length > 0 || hold !== null)
      return res.redirect(`/console/outcomes/${outcome.id}`);
    await ask(res, found);
  });

  router.post(path, requireRole('publisher'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const { outcome, missing } = found;
    if (outcome.state === 'published') {
      say(req, 'outcome.already');
      return res.redirect(303, `/console/outcomes/${outcome.id}`);
    }
    const seen = seenIn(req.body);
    const refuse = (why: 'outcome.notReady' | 'outcome.stale' | 'outcome.held', now: Found, days = {}) => {
      res.status(409).locals.errors = [{ field: 'words', text: res.locals.t(why, days) }];
      return showDraft(services, res, now);
    };
    if (missing.length > 0) return refuse('outcome.notReady', found);
    if (seen === undefined) return refuse('outcome.stale', found);
    const by = { officerId: signedIn(res).id, now: clock.now(), newId };
    const { organisation } = config;
    const checked = checkedIn(req.body);
    const publishing = { outcomeId: outcome.id, seen, checked, organisation, reach, ...by };
    const done = await publishOutcome(store, publishing);
    if (!done.published) {
      if (done.why === 'unchecked') {
        res.status(400).locals.errors = [{ field: 'checked', text: res.locals.t('outcome.checkMissing') }];
        return ask(res, found);
      }
      if (done.why === 'held') return refuse('outcome.held', found, inWords(done.hold, res));
      const changed = done.why === 'changed' ? await foundIn(services, req) : null;
      return changed === null ? next() : refuse('outcome.stale', changed);
    }
    nudge('outbox');
    say(req, 'outcome.done', { count: done.planned });
    res.redirect(303, `/console/outcomes/${outcome.id}`);
  });
  return router;
}

function inWords(hold: Days, res: Response): { from: string; until: string } {
  const { from, until } = momentsOf(hold);
  return { from: res.locals.date(from), until: res.locals.date(until) };
}

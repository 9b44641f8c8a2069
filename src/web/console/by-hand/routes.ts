import { Router } from 'express';
import { waitingByHand } from '#loop/byHand.ts';
import { undoable, undoTick } from '#loop/letters.ts';
import { typeIn } from '#review/typeIn.ts';
import type { Services } from '#services.ts';
import { countHandEntries } from '#store/handEntries.ts';
import { consultationsOf } from '#web/console/consultations.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { emptyEntry, entryIdOf, readEntry, showEntryForm, versionFor } from './form.ts';

/** The lists that offer to put back what was ticked on them. */
const lists = new Map<unknown, string>([
  ['phone', '/console/by-hand/calls'],
  ['post', '/console/by-hand/letters'],
]);

/** Where one begins with what goes by hand, and typing in what somebody said. */
export function byHandRoutes(services: Services): Router {
  const { store, clock, newId } = services;
  const router = Router();

  router.get('/console/by-hand', requireRole('reviewer'), async (req, res) => {
    const officer = { officerId: signedIn(res).id, now: clock.now() };
    const [calls, letters, entries, consultations, done] = await Promise.all([
      waitingByHand(store.read, 'phone', officer),
      waitingByHand(store.read, 'post', officer),
      countHandEntries(store.read),
      consultationsOf(services),
      undoable(services, officer.officerId),
    ]);
    const titles = new Map(consultations.map(({ id, title }) => [id, title]));
    res.render('console/by-hand/view.njk', {
      section: 'byHand',
      calls,
      letters,
      entries: entries.map((one) => ({
        entries: Number(one.entries),
        people: Number(one.people),
        title: titles.get(one.consultationId) ?? {},
      })),
      done,
      care: req.query.care === 'yes',
    });
  });

  router.get('/console/by-hand/new', requireRole('reviewer'), async (req, res, next) => {
    const consultations = await consultationsOf(services);
    const asked = consultations.length === 1 ? consultations[0]?.id : req.query.consultation;
    const version = await versionFor(services, asked);
    if (version !== null) return showEntryForm(res, version, emptyEntry(version, newId()));
    if (consultations.length === 0) return notFound(req, res, next);
    const chosen = asked ?? req.query.chosen;
    const errors =
      chosen === undefined ? [] : [{ field: 'consultation', text: res.locals.t('outcome.whichMissing') }];
    res.status(errors.length > 0 ? 400 : 200);
    res.render('console/by-hand/which.njk', { section: 'byHand', consultations, errors });
  });

  router.post('/console/by-hand/new', requireRole('reviewer'), async (req, res, next) => {
    const version = await versionFor(services, req.body?.consultation);
    if (version === null) return notFound(req, res, next);
    const entry = readEntry(req, res, version, clock.now());
    if (entry === null) return;
    const id = `form:${entryIdOf(req, newId)}`;
    const kept = await typeIn(services, { id, version, entry, officerId: signedIn(res).id });
    services.nudge('theming');
    say(req, kept.kind === 'kept' ? 'byHand.kept' : 'byHand.repeat');
    res.redirect(303, kept.care === null ? '/console/by-hand' : '/console/by-hand?care=yes');
  });

  router.post('/console/by-hand/undo', requireRole('reviewer'), async (req, res, next) => {
    const id = String(req.body?.id ?? '');
    if (!(await undoTick(services, signedIn(res).id, id))) return notFound(req, res, next);
    say(req, 'byHand.undone');
    res.redirect(303, lists.get(req.body?.list) ?? '/console/by-hand');
  });
  return router;
}

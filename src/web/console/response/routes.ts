import { type Request, type Response, Router } from 'express';
import { noonOf } from '#domain/day.ts';
import type { ChannelName } from '#domain/words.ts';
import { addTheme } from '#review/addTheme.ts';
import { accept, reject } from '#review/decide.ts';
import { markAbusive } from '#review/markAbusive.ts';
import { markReviewed } from '#review/markReviewed.ts';
import { move, otherQuestions } from '#review/move.ts';
import { readResponse } from '#review/reading.ts';
import { seenAmong } from '#review/seen.ts';
import type { Services } from '#services.ts';
import type { Db } from '#store/db.ts';
import { handEntryOf } from '#store/handEntries.ts';
import { mediaOfResponse } from '#store/media-read.ts';
import { nextToReview, responseById } from '#store/responses-read.ts';
import { listen } from '#web/console/media/listen.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { type FieldError, readForm } from '#web/form.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { controlRoutes, controlsShown } from './controls.ts';
import { seenIn, whereGrown } from './grown.ts';
import { noteOpened, openedAnew, openedAt } from './opened.ts';
import { questionOf } from './question.ts';
import { abusiveForm, codingForm, moveForm, themeForm } from './schema.ts';
import { segments } from './segments.ts';

const PAGE = '/console/responses/:id';

export function responseRoutes(services: Services): Router {
  const { store, flows } = services;
  const router = Router();

  const show = async (req: Request, res: Response, next: () => void, errors: FieldError[] = []) => {
    // Which words first: what is read after it is never older than it says.
    const before = await responseById(store.read, idOf(req));
    const seen = before && (await seenAmong(store.read, [before])).get(before.id);
    const reading = await readResponse(store.read, idOf(req));
    if (reading === undefined) return notFound(req, res, next);
    const { response, suggestions, outOfUse } = reading;
    const mayReview = mayDo(signedIn(res).role, 'reviewer');
    if (mayReview) noteOpened(req, response.id, services.clock.now());
    const version = await flows.byHash(store.read, response.flowHash);
    const standing = suggestions.filter(({ decision }) => decision !== 'rejected');
    res.status(errors.length === 0 ? 200 : 400).render('console/response/view.njk', {
      section: 'responses',
      ...reading,
      seen,
      ...(await controlsShown(services, res, reading)),
      question: questionOf(version?.flow, response.stepId),
      questions: otherQuestions(version?.flow, response),
      byHand: await byHandOf(store.read, response),
      media: (await mediaOfResponse(store.read, response.id)).map(listen),
      segments: segments(response.text, [...standing, ...outOfUse]),
      undecided: suggestions.filter(({ decision }) => decision === 'suggested').length,
      mayReview,
      list: req.session.list ?? '/console/responses',
      following: response.review === 'new' ? null : ((await nextToReview(store.read, response)) ?? null),
      errors,
    });
  };

  router.get(PAGE, requireRole('viewer'), (req, res, next) => show(req, res, next));

  for (const [action, decide] of Object.entries({ accept, reject })) {
    router.post(`${PAGE}/${action}`, requireRole('reviewer'), async (req, res, next) => {
      const form = readForm(codingForm, req.body, res);
      if (!form.ok) return show(req, res, next, form.errors);
      const given = { ...decidedBy(req, res), codingId: form.data.coding };
      if (!(await decide(services, given))) return notFound(req, res, next);
      backToThemes(req, res);
    });
  }

  router.post(`${PAGE}/themes`, requireRole('reviewer'), async (req, res, next) => {
    const form = readForm(themeForm, req.body, res);
    if (!form.ok) return show(req, res, next, form.errors);
    const given = { ...decidedBy(req, res), themeId: form.data.theme };
    if (!(await addTheme(services, given))) return notFound(req, res, next);
    backToThemes(req, res);
  });

  router.post(`${PAGE}/move`, requireRole('reviewer'), async (req, res, next) => {
    const form = readForm(moveForm, req.body, res);
    if (!form.ok) return show(req, res, next, form.errors);
    const given = { responseId: idOf(req), stepId: form.data.step, officerId: signedIn(res).id };
    if (!(await move(services, given))) return notFound(req, res, next);
    services.nudge('theming');
    say(req, 'response.moved');
    res.redirect(303, pageOf(req));
  });

  router.post(`${PAGE}/abusive`, requireRole('reviewer'), async (req, res, next) => {
    const form = readForm(abusiveForm, req.body, res);
    if (!form.ok) return show(req, res, next, form.errors);
    const { abusive } = form.data;
    if (!(await markAbusive(services, { responseId: idOf(req), abusive, officerId: signedIn(res).id })))
      return notFound(req, res, next);
    say(req, abusive ? 'response.markedAbusive' : 'response.unmarkedAbusive');
    res.redirect(303, pageOf(req));
  });

  router.post(`${PAGE}/reviewed`, requireRole('reviewer'), async (req, res, next) => {
    const done = await markReviewed(services, decidedBy(req, res));
    if (done === undefined) return notFound(req, res, next);
    say(req, done.next === null ? 'response.allReviewed' : 'response.reviewed');
    res.redirect(303, done.next === null ? '/console/responses' : `/console/responses/${done.next}`);
  });
  router.use(controlRoutes(services, show));
  router.use(
    PAGE,
    whereGrown((req, res, next) => {
      openedAnew(req, idOf(req), services.clock.now());
      return show(req, res, next, [{ field: 'said', text: res.locals.t('response.grown') }]);
    }),
  );
  return router;
}

function idOf(req: Request): string {
  return String(req.params.id);
}

function decidedBy(req: Request, res: Response) {
  const responseId = idOf(req);
  return {
    responseId,
    officerId: signedIn(res).id,
    openedAt: openedAt(req, responseId),
    seen: seenIn(req.body),
  };
}

function pageOf(req: Request): string {
  return `/console/responses/${encodeURIComponent(idOf(req))}`;
}

/** To the heading above the suggestions, so that the next one is a tab away. */
function backToThemes(req: Request, res: Response): void {
  res.redirect(303, `${pageOf(req)}#themes`);
}

/** How it came, where an officer has typed it in; null for every other. */
async function byHandOf(db: Db, { id, channel }: { id: string; channel: ChannelName }) {
  const entry = channel === 'byHand' ? await handEntryOf(db, id) : undefined;
  return entry === undefined ? null : { ...entry, on: noonOf(entry.onDay) };
}

import { type Request, type Response, Router } from 'express';
import { dealtWith } from '#media/dealtWith.ts';
import type { Services } from '#services.ts';
import { type ListedMedia, mediaById, mediaToSee } from '#store/media-read.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { type FieldError, readForm, typed as typedIn } from '#web/form.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { listen } from './listen.ts';
import { seenForm, writtenForm } from './schema.ts';
import { serveMedia } from './serve.ts';

/** The oldest first; whoever has dealt with these gets the next. */
const AT_MOST = 50;

export function mediaRoutes(services: Services): Router {
  const { store, clock } = services;
  const router = Router();

  const show = (res: Response, media: ListedMedia[], errors: FieldError[] = [], typed = '') =>
    res.status(errors.length === 0 ? 200 : 400).render('console/media/view.njk', {
      section: 'media',
      media: media.map(listen),
      mayReview: mayDo(signedIn(res).role, 'reviewer'),
      errors,
      typed,
    });

  router.get('/console/media', requireRole('viewer'), async (_req, res) =>
    show(res, await mediaToSee(store.read, AT_MOST)),
  );

  router.get('/console/media/:id', requireRole('viewer'), serveMedia(services));

  router.post('/console/media/:id/transcript', requireRole('reviewer'), async (req, res, next) => {
    const media = await mediaById(store.read, String(req.params.id));
    if (media === undefined) return notFound(req, res, next);
    const form = readForm(writtenForm, req.body, res);
    if (!form.ok) {
      // One form a file, so the field of this one has an id of its own.
      const errors = form.errors.map((error) => ({ ...error, field: `words-${media.id}` }));
      return show(res, [media], errors, typedIn(req.body, ['text']).text);
    }
    const written = await services.writeDown(media.id, form.data.text, signedIn(res).id);
    if (written) services.nudge('theming');
    say(req, written ? 'media.written' : 'media.tooLate');
    back(res, media, form.data.from);
  });

  router.post('/console/media/:id/seen', requireRole('reviewer'), async (req: Request, res, next) => {
    const media = await mediaById(store.read, String(req.params.id));
    const form = readForm(seenForm, req.body, res);
    if (media === undefined || !form.ok) return notFound(req, res, next);
    const seen = { officerId: signedIn(res).id, at: clock.now() };
    say(req, (await dealtWith(services, media.id, seen)) ? 'media.done' : 'media.already');
    back(res, media, form.data.from);
  });
  return router;
}

function back(res: Response, { responseId }: ListedMedia, from: 'list' | 'response'): void {
  const toResponse = from === 'response' && responseId !== null;
  res.redirect(303, toResponse ? `/console/responses/${encodeURIComponent(responseId)}` : '/console/media');
}

import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { lookSecond, nextSecondLook } from '#review/secondLook.ts';
import { AnswerGrown, seenAmong } from '#review/seen.ts';
import type { Services } from '#services.ts';
import { themesOf } from '#store/codebook.ts';
import { responseById } from '#store/responses-read.ts';
import { chosenIn } from '#web/console/consultations.ts';
import { seenIn } from '#web/console/response/grown.ts';
import { noteOpened, openedAnew, openedAt } from '#web/console/response/opened.ts';
import { questionOf } from '#web/console/response/question.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { type FieldError, readForm } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { secondLookForm, secondLookQuery } from './schema.ts';

const PAGE = '/console/second-look';

/** What this officer finds in what another has reviewed: the words and the codebook, and nothing that anybody has said. */
export function secondLookRoutes(services: Services): Router {
  const { store, flows, clock } = services;
  const router = Router();

  const show = async (
    req: Request,
    res: Response,
    what: { consultationId: string; responseId: string | null; others: number },
    wrong: { errors: FieldError[]; ticked: string[] } = { errors: [], ticked: [] },
  ) => {
    const { consultationId, responseId, others } = what;
    const response = responseId === null ? undefined : await responseById(store.read, responseId);
    if (response !== undefined) noteOpened(req, response.id, clock.now());
    const version = response && (await flows.byHash(store.read, response.flowHash));
    res.status(wrong.errors.length === 0 ? 200 : 400).render('console/second-look/view.njk', {
      section: 'themes',
      consultationId,
      response: response ?? null,
      seen: response && (await seenAmong(store.read, [response])).get(response.id),
      question: response ? questionOf(version?.flow, response.stepId) : null,
      themes: await themesOf(store.read, consultationId),
      others,
      ...wrong,
    });
  };

  router.get(PAGE, requireRole('reviewer'), async (req, res, next) => {
    const { consultation: asked, after } = secondLookQuery.parse(req.query);
    const { consultation } = await chosenIn(services, asked);
    if (consultation === undefined) return next();
    const whose = { consultationId: consultation.id, officerId: signedIn(res).id };
    const waiting = await nextSecondLook(store.read, whose, after);
    await show(req, res, {
      consultationId: consultation.id,
      responseId: waiting?.id ?? null,
      others: waiting?.others ?? 0,
    });
  });

  router.post(PAGE, requireRole('reviewer'), async (req, res, next) => {
    const named = z.object({ consultation: z.string(), response: z.string() }).safeParse(req.body);
    const response = named.success ? await responseById(store.read, named.data.response) : undefined;
    if (response === undefined || response.consultationId !== named.data?.consultation)
      return notFound(req, res, next);
    const { id: responseId, consultationId } = response;
    const ticked = [req.body.themes ?? []].flat().map(String);
    const again = async (errors: FieldError[]) => {
      const waiting = await nextSecondLook(store.read, { consultationId, officerId: signedIn(res).id }, null);
      await show(req, res, { consultationId, responseId, others: waiting?.others ?? 0 }, { errors, ticked });
    };
    const form = readForm(secondLookForm, req.body, res);
    if (!form.ok) return again(form.errors);
    const done = await lookSecond(services, {
      ...{ responseId, officerId: signedIn(res).id, openedAt: openedAt(req, responseId) },
      ...{ seen: seenIn(req.body), themeIds: form.data.themeIds },
    }).catch((error: unknown) => {
      if (error instanceof AnswerGrown) return 'grown' as const;
      throw error;
    });
    if (done === 'grown') {
      openedAnew(req, responseId, clock.now());
      return again([{ field: 'said', text: res.locals.t('response.grown') }]);
    }
    if (done === 'tooQuick') return again([{ field: 'themes', text: res.locals.t('secondLook.tooQuick') }]);
    say(req, done === 'kept' ? 'secondLook.saved' : 'secondLook.gone');
    res.redirect(303, `${PAGE}?${new URLSearchParams({ consultation: consultationId })}`);
  });
  return router;
}

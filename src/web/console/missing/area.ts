import { type Response, Router } from 'express';
import { compareArea } from '#review/compareArea.ts';
import { questionsOf } from '#review/picture.ts';
import type { Services } from '#services.ts';
import { areaShares } from '#store/equality-read.ts';
import { consultationById } from '#web/console/consultations.ts';
import { say } from '#web/flash.ts';
import { readForm, typed } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { areaForm, areaOf, fieldOf } from './schema.ts';

const PAGE = '/console/missing/area';

/** What share of those who live here gives each answer: typed in by an officer, from the census for example. */
export function areaRoutes(services: Services): Router {
  const { store, flows } = services;
  const router = Router();

  const foundIn = async (given: unknown) => {
    const asked = areaOf.safeParse(given).data;
    if (asked === undefined) return null;
    const consultation = await consultationById(services, asked.consultation);
    const newest = flows.current.get(asked.consultation)?.flow;
    const questions = await questionsOf(store.read, asked.consultation, newest);
    const question = questions.find(({ id }) => id === asked.question);
    return consultation === undefined || question === undefined ? null : { consultation, question };
  };

  const show = (
    res: Response,
    found: NonNullable<Awaited<ReturnType<typeof foundIn>>>,
    values: Record<string, string>,
  ) => {
    const back = `/console/missing?${new URLSearchParams({ consultation: found.consultation.id })}`;
    res.render('console/missing/area.njk', { section: 'missing', ...found, values, fieldOf, list: back });
  };

  router.get(PAGE, requireRole('reviewer'), async (req, res, next) => {
    const found = await foundIn(req.query);
    if (found === null) return next();
    const shares = await areaShares(store.read, found.consultation.id);
    const of = shares.filter(({ question }) => question === found.question.id);
    show(res, found, Object.fromEntries(of.map(({ answer, percent }) => [fieldOf(answer), String(percent)])));
  });

  router.post(PAGE, requireRole('reviewer'), async (req, res, next) => {
    const found = await foundIn(req.body);
    if (found === null) return next();
    const answers = found.question.choices.map(({ id }) => id);
    const form = readForm(areaForm(answers), req.body, res);
    if (!form.ok) {
      res.status(400).locals.errors = form.errors;
      return show(res, found, typed(req.body, answers.map(fieldOf)));
    }
    await compareArea(services, {
      consultationId: found.consultation.id,
      question: found.question.id,
      shares: form.data,
      officerId: signedIn(res).id,
    });
    say(req, 'area.saved');
    res.redirect(
      303,
      `/console/missing?${new URLSearchParams({ consultation: found.consultation.id })}#question-${found.question.id}`,
    );
  });
  return router;
}

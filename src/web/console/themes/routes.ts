import { type Response, Router } from 'express';
import { z } from 'zod';
import { newTheme } from '#review/codebook/newTheme.ts';
import { longest } from '#review/codebook/words.ts';
import type { Services } from '#services.ts';
import { codebookVersion, listedThemes } from '#store/codebook-changes.ts';
import { redactionsOf } from '#store/redactions.ts';
import { countOpenGroups } from '#store/themeGroups-read.ts';
import { countedThemes, themeEvidence, themingCounts } from '#store/themes-read.ts';
import { sameNameErrors } from '#web/console/codebook/answer.ts';
import { type Consultation, chosenIn } from '#web/console/consultations.ts';
import { say } from '#web/flash.ts';
import { readForm, typed } from '#web/form.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { different } from './quotes.ts';
import { fieldsOf, themeForm } from './schema.ts';

const QUOTES = 3;
/** Some say the same: this many are read to find that many different ones. */
const EVIDENCE = 12;

export function themesRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();

  router.get('/console/themes', requireRole('viewer'), async (req, res, next) => {
    const { consultations, consultation } = await chosenIn(services, req.query.consultation);
    if (consultation === undefined) return next();
    const [themes, all, quotes, counts, version, waiting] = await Promise.all([
      countedThemes(store.read, consultation.id),
      listedThemes(store.read, consultation.id),
      themeEvidence(store.read, consultation.id, EVIDENCE),
      themingCounts(store.read, consultation.id),
      codebookVersion(store.read, consultation.id),
      countOpenGroups(store.read),
    ]);
    const decisions = await redactionsOf(store.read, [
      ...new Set(quotes.map(({ responseId }) => responseId)),
    ]);
    res.render('console/themes/view.njk', {
      section: 'themes',
      consultations,
      consultation,
      ...counts,
      version,
      suggested: waiting.find(({ consultationId }) => consultationId === consultation.id)?.count ?? 0,
      themes: themes.map((theme) => ({
        ...theme,
        quotes: different(
          quotes.filter(({ themeId }) => themeId === theme.id),
          decisions,
          QUOTES,
        ),
      })),
      retired: all.filter(({ state }) => state === 'retired'),
      most: Math.max(1, ...themes.map(({ accepted, suggested }) => accepted + suggested)),
      mayAdd: mayDo(signedIn(res).role, 'reviewer'),
    });
  });

  router.get('/console/themes/new', requireRole('reviewer'), async (req, res, next) => {
    const { consultation } = await chosenIn(services, req.query.consultation);
    if (consultation === undefined) return next();
    showForm(res, consultation, typed({}, fieldsOf(consultation.languages)));
  });

  router.post('/console/themes', requireRole('reviewer'), async (req, res, next) => {
    const given = z.object({ consultation: z.string() }).safeParse(req.body);
    const { consultation } = await chosenIn(services, given.data?.consultation ?? '');
    if (consultation === undefined) return next();
    const form = readForm(themeForm(consultation.languages), req.body, res);
    if (!form.ok) {
      res.status(400).locals.errors = form.errors;
      return showForm(res, consultation, typed(req.body, fieldsOf(consultation.languages)));
    }
    const made = await newTheme(services, {
      consultationId: consultation.id,
      officerId: signedIn(res).id,
      ...form.data,
    });
    if (!made.done && made.why === 'sameName') {
      res.status(400).locals.errors = sameNameErrors(res, made);
      return showForm(res, consultation, typed(req.body, fieldsOf(consultation.languages)));
    }
    services.nudge('theming');
    say(req, 'themes.added');
    res.redirect(303, `/console/themes?${new URLSearchParams({ consultation: consultation.id })}`);
  });
  return router;
}

function showForm(res: Response, consultation: Consultation, values: Record<string, string>): void {
  res.render('console/themes/form.njk', {
    section: 'themes',
    consultation,
    values,
    longest,
  });
}

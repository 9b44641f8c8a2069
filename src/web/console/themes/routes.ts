import { type Response, Router } from 'express';
import { z } from 'zod';
import { quoteFrom } from '#loop/quote.ts';
import { newTheme } from '#review/codebook/newTheme.ts';
import type { Services } from '#services.ts';
import { countedThemes, themeEvidence, themingCounts } from '#store/themes-read.ts';
import { type Consultation, consultationsOf } from '#web/console/consultations.ts';
import { say } from '#web/flash.ts';
import { readForm, typed } from '#web/form.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { DEFINITION_MAX, NAME_MAX, themeForm } from './schema.ts';

const QUOTES = 3;
/** Some say the same: this many are read to find that many different ones. */
const EVIDENCE = 12;
const LONGEST_QUOTE = 240;

export function themesRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();
  const chosen = async (asked: unknown) => {
    const consultations = await consultationsOf(services);
    const consultation =
      asked === undefined ? consultations[0] : consultations.find(({ id }) => id === asked);
    return { consultations, consultation };
  };

  router.get('/console/themes', requireRole('viewer'), async (req, res, next) => {
    const { consultations, consultation } = await chosen(req.query.consultation);
    if (consultation === undefined) return next();
    const [themes, quotes, counts] = await Promise.all([
      countedThemes(store.read, consultation.id),
      themeEvidence(store.read, consultation.id, EVIDENCE),
      themingCounts(store.read, consultation.id),
    ]);
    res.render('console/themes/view.njk', {
      section: 'themes',
      consultations,
      consultation,
      ...counts,
      themes: themes.map((theme) => ({
        ...theme,
        quotes: different(quotes.filter(({ themeId }) => themeId === theme.id)),
      })),
      most: Math.max(1, ...themes.map(({ accepted, suggested }) => accepted + suggested)),
      mayAdd: mayDo(signedIn(res).role, 'reviewer'),
    });
  });

  router.get('/console/themes/new', requireRole('reviewer'), async (req, res, next) => {
    const { consultation } = await chosen(req.query.consultation);
    if (consultation === undefined) return next();
    showForm(res, consultation, typed({}, fieldsOf(consultation)));
  });

  router.post('/console/themes', requireRole('reviewer'), async (req, res, next) => {
    const given = z.object({ consultation: z.string() }).safeParse(req.body);
    const { consultation } = await chosen(given.data?.consultation ?? '');
    if (consultation === undefined) return next();
    const form = readForm(themeForm(consultation.languages), req.body, res);
    if (!form.ok) {
      res.status(400).locals.errors = form.errors;
      return showForm(res, consultation, typed(req.body, fieldsOf(consultation)));
    }
    await newTheme(services, {
      consultationId: consultation.id,
      officerId: signedIn(res).id,
      ...form.data,
    });
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
    nameMax: NAME_MAX,
    definitionMax: DEFINITION_MAX,
  });
}

function fieldsOf({ languages }: Consultation): string[] {
  return languages.flatMap((language) => [`name-${language}`, `definition-${language}`]);
}

/** A few of a theme's quotes, word for word; what many people say in the same words is shown once. */
function different(evidence: Awaited<ReturnType<typeof themeEvidence>>) {
  const seen = new Set<string>();
  // Whoever writes up what was said looks here for words to use.
  return evidence
    .toSorted((one, other) => (other.agreed ?? 0) - (one.agreed ?? 0))
    .flatMap(({ text, startAt, endAt, responseId, language, agreed }) => {
      const quote = quoteFrom(text, { startAt, endAt }, LONGEST_QUOTE);
      if (quote === null || seen.has(quote.words.toLowerCase())) return [];
      seen.add(quote.words.toLowerCase());
      return [{ ...quote, responseId, language, mayBeQuoted: agreed === 1 }];
    })
    .slice(0, QUOTES);
}

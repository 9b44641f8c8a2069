import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Language } from '#domain/words.ts';
import { type Quote, quoteFrom } from '#loop/quote.ts';
import { newTheme } from '#review/newTheme.ts';
import type { Services } from '#services.ts';
import { redactionsOf } from '#store/redactions.ts';
import { countOpenGroups } from '#store/themeGroups-read.ts';
import { countedThemes, themeEvidence, themingCounts } from '#store/themes-read.ts';
import { unquotable } from '#theming/redact/hiddenIn.ts';
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
    const [themes, quotes, counts, waiting] = await Promise.all([
      countedThemes(store.read, consultation.id),
      themeEvidence(store.read, consultation.id, EVIDENCE),
      themingCounts(store.read, consultation.id),
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
      suggested: waiting.find(({ consultationId }) => consultationId === consultation.id)?.count ?? 0,
      themes: themes.map((theme) => ({
        ...theme,
        quotes: different(
          quotes.filter(({ themeId }) => themeId === theme.id),
          decisions,
        ),
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

/**
 * A few of a theme's quotes, word for word and without personal data: whoever writes up what was said looks here for
 * words to use. What many people say in the same words is shown once.
 */
function different(
  evidence: Awaited<ReturnType<typeof themeEvidence>>,
  decisions: Awaited<ReturnType<typeof redactionsOf>>,
) {
  const found = new Map<
    string,
    Quote & { responseId: string; language: Language | null; mayBeQuoted: boolean }
  >();
  for (const one of evidence.toSorted((a, b) => (b.agreed ?? 0) - (a.agreed ?? 0))) {
    if (found.size === QUOTES) break;
    const { text, responseId, language, agreed } = one;
    const quote = quoteFrom(text, one, LONGEST_QUOTE, unquotable({ id: responseId, text }, decisions));
    const key = quote?.words.toLowerCase() ?? '';
    if (quote === null || found.has(key)) continue;
    found.set(key, { ...quote, responseId, language, mayBeQuoted: agreed === 1 });
  }
  return [...found.values()];
}

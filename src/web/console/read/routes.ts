import { type Response, Router } from 'express';
import type { Localised } from '#domain/words.ts';
import { codeAsResident, leaveOut, readAgain, readNext } from '#review/residentReading.ts';
import type { Services } from '#services.ts';
import { themesOf } from '#store/codebook.ts';
import { officerNames } from '#store/officers.ts';
import type { Reader } from '#store/residentReadings.ts';
import type { ResponseRow } from '#store/schema.ts';
import { monthInWords } from '#texts/text.ts';
import { mask } from '#theming/redact/mask.ts';
import { hiddenFromOutside, hiddenInTheme } from '#theming/redact/outside.ts';
import type { Hidden } from '#theming/redact/redact.ts';
import { questionOf } from '#web/console/response/question.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { type FieldError, readForm as readFields, typed } from '#web/form.ts';
import { requireResident, signedIn } from '#web/middleware/requireRole.ts';
import { localised } from '#web/words.ts';
import { openToResidents } from './open.ts';
import { readForm, whichForm } from './schema.ts';

const PAGE = '/console/read';

export function readRoutes(services: Services): Router {
  const { store, flows } = services;
  const router = Router();

  const readerOf = async (res: Response, asked: unknown): Promise<Reader | undefined> => {
    const open = (await openToResidents(services)).find(({ consultation }) => consultation.id === asked);
    if (open === undefined) return undefined;
    const { consultation, versions } = open;
    return { officerId: signedIn(res).id, consultationId: consultation.id, versions };
  };

  const show = async (
    res: Response,
    reading: { readingId: string; response: ResponseRow },
    sent: { errors: FieldError[]; body: unknown } = { errors: [], body: {} },
  ) => {
    const { readingId, response } = reading;
    const { t, language } = res.locals;
    const version = await flows.byHash(store.read, response.flowHash);
    const hidden = await hiddenFromOutside(store.read, response);
    const masked = (text: string, spans: Hidden[]) =>
      mask(text, spans, (kind) => t(`read.hidden.${kind}`)).text;
    const officers = await officerNames(store.read);
    // Officers write a theme with what residents said before them.
    const inTheme = (texts: Localised) => {
      const text = localised(language, texts);
      return masked(text, hiddenInTheme(text, officers));
    };
    const themes = await themesOf(store.read, response.consultationId);
    res.status(sent.errors.length === 0 ? 200 : 400).render('console/read/view.njk', {
      section: 'home',
      readingId,
      // Nothing else of the response goes to the page: its id alone tells to the second when it came.
      consultationId: response.consultationId,
      words: masked(response.text, hidden),
      wordsIn: response.language,
      month: monthInWords(language, response.createdAt),
      question: questionOf(version?.flow, response.stepId),
      themes: themes.map(({ id, name, definition }) => ({
        id,
        name: inTheme(name),
        definition: inTheme(definition),
      })),
      ticked: [(sent.body as { theme?: string | string[] } | undefined)?.theme ?? []].flat(),
      values: typed(sent.body, ['name', 'why']),
      errors: sent.errors,
    });
  };

  router.get(PAGE, requireResident(), async (req, res, next) => {
    const reader = await readerOf(res, req.query.consultation);
    if (reader === undefined) return notFound(req, res, next);
    const reading = await readNext(services, reader);
    if (reading === null) {
      say(req, 'read.all');
      return res.redirect('/console');
    }
    await show(res, reading);
  });

  router.post(PAGE, requireResident(), async (req, res, next) => {
    const which = whichForm.safeParse(req.body);
    const reader = await readerOf(res, which.data?.consultation);
    if (reader === undefined || !which.success) return notFound(req, res, next);
    const { reading: readingId, consultation } = which.data;
    const form = readFields(readForm, req.body, res);
    if (!form.ok) {
      const response = await readAgain(store.read, reader, readingId);
      if (response !== undefined)
        return show(res, { readingId, response }, { errors: form.errors, body: req.body });
    }
    const isKept = form.ok && (await codeAsResident(services, reader, { readingId, ...form.data }));
    say(req, isKept ? 'read.saved' : 'read.gone');
    res.redirect(303, `${PAGE}?${new URLSearchParams({ consultation })}`);
  });

  router.post(`${PAGE}/skip`, requireResident(), async (req, res, next) => {
    const which = whichForm.safeParse(req.body);
    const reader = await readerOf(res, which.data?.consultation);
    if (reader === undefined || !which.success) return notFound(req, res, next);
    const { reading: readingId, consultation } = which.data;
    say(req, (await leaveOut(services, reader, readingId)) ? 'read.skipped' : 'read.gone');
    res.redirect(303, `${PAGE}?${new URLSearchParams({ consultation })}`);
  });
  return router;
}

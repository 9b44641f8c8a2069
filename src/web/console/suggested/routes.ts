import { type Request, type Response, Router } from 'express';
import { longest } from '#review/codebook/words.ts';
import { dismissGroup, lookForThemes, makeThemes, offerAgain } from '#review/themeGroups.ts';
import type { Services } from '#services.ts';
import { themesOf } from '#store/codebook.ts';
import { groupById } from '#store/themeGroups.ts';
import { setAside } from '#store/themeGroups-read.ts';
import { latestSearch } from '#store/themeSearches.ts';
import { themingCounts } from '#store/themes-read.ts';
import { FEWEST } from '#theming/search.ts';
import { sameNameErrors } from '#web/console/codebook/answer.ts';
import { type Consultation, chosenIn } from '#web/console/consultations.ts';
import { fieldsOf, themeForm } from '#web/console/themes/schema.ts';
import { mostInWords } from '#web/console/theming/words.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { type FieldError, readForm, typed } from '#web/form.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { type ShownGroup, shownGroups } from './groups.ts';
import { draftForm, lookForm, lostIn, ticked, writtenFor } from './schema.ts';

const PAGE = '/console/themes/suggested';
const ASIDE = 20;

export function suggestedRoutes(services: Services): Router {
  const { store, namer } = services;
  const router = Router();
  /** A group with its consultation; undefined where either is not there. */
  const found = async (req: Request) => {
    const group = await groupById(store.read, String(req.params.id));
    const { consultation } = await chosenIn(services, group?.consultationId ?? '');
    return group === undefined || consultation === undefined ? undefined : { group, consultation };
  };

  const show = async (res: Response, consultation: Consultation, given: Given = {}) => {
    const { errors = [], body } = given;
    const [groups, themes, counts, aside, search, { consultations }] = await Promise.all([
      shownGroups(store.read, consultation.id),
      themesOf(store.read, consultation.id),
      themingCounts(store.read, consultation.id),
      setAside(store.read, consultation.id, ASIDE),
      latestSearch(store.read, consultation.id),
      chosenIn(services, consultation.id),
    ]);
    const mayReview = mayDo(signedIn(res).role, 'reviewer');
    const open = groups.map(({ id }) => id);
    res.status(errors.length === 0 ? 200 : 400).render('console/suggested/view.njk', {
      section: 'themes',
      ...{ consultations, consultation, groups, aside, search, mayReview, errors, ...counts },
      looking: search !== undefined && search.finishedAt === null,
      fewest: FEWEST,
      drafting: themes.length === 0 && mayReview && groups.length > 0,
      ticked: ticked.safeParse((body as { group?: unknown } | undefined)?.group).data ?? [],
      values: { ...draftsOf(res, groups), ...writtenFor(open, body) },
      lost: lostIn(open, body),
      definitionMax: longest.definition,
      naming: namingOf(res),
    });
  };

  /** A language model may name what is found, where one is set and somebody may agree to what it costs. */
  const namingOf = (res: Response) =>
    namer !== null && mayDo(signedIn(res).role, 'publisher')
      ? { ...namer.most, most: mostInWords(res.locals, namer.most) }
      : null;

  /** Somebody was faster, or the groups were looked for anew while this one was being read. */
  const gone = async (res: Response, consultation: Consultation | undefined, body?: unknown) => {
    const errors = [{ field: 'groups', text: res.locals.t('suggested.gone') }];
    if (consultation !== undefined) await show(res, consultation, { errors, body });
  };

  router.get(PAGE, requireRole('viewer'), async (req, res, next) => {
    const { consultation } = await chosenIn(services, req.query.consultation);
    if (consultation === undefined) return notFound(req, res, next);
    await show(res, consultation);
  });

  router.post(PAGE, requireRole('reviewer'), async (req, res, next) => {
    const { consultation } = await chosenIn(services, req.body?.consultation ?? '');
    if (consultation === undefined) return notFound(req, res, next);
    const [first = 'en'] = consultation.languages;
    const open = (await shownGroups(store.read, consultation.id)).map(({ id }) => id);
    if (open.length === 0) return gone(res, consultation, req.body);
    const form = readForm(draftForm(first, open), req.body, res);
    if (!form.ok) return show(res, consultation, { errors: form.errors, body: req.body });
    const officerId = signedIn(res).id;
    const given = { consultationId: consultation.id, officerId, themes: form.data };
    const made = await makeThemes(services, given);
    if (made === 'gone') return gone(res, consultation, req.body);
    if (made !== 'made') {
      const [{ text } = { text: '' }] = sameNameErrors(res, made);
      const field = `name-${form.data[made.place]?.groupId}`;
      return show(res, consultation, { errors: [{ field, text }], body: req.body });
    }
    say(req, 'suggested.made', { count: form.data.length });
    res.redirect(303, themesPage(consultation));
  });

  router.post(`${PAGE}/look`, requireRole('reviewer'), async (req, res, next) => {
    const { consultation } = await chosenIn(services, req.body?.consultation ?? '');
    if (consultation === undefined) return notFound(req, res, next);
    const { naming } = lookForm.parse(req.body);
    const agreed = naming && namingOf(res) !== null ? namer?.most : undefined;
    await lookForThemes(services, {
      ...{ consultationId: consultation.id, officerId: signedIn(res).id, agreed },
    });
    services.nudge('themeSearch');
    say(req, 'suggested.asked');
    res.redirect(303, pageOf(consultation));
  });

  const showForm = async (res: Response, consultation: Consultation, id: string, body?: unknown) => {
    const groups = await shownGroups(store.read, consultation.id);
    const group = groups.find((one) => one.id === id);
    if (group === undefined) return gone(res, consultation, body);
    const [first = 'en'] = consultation.languages;
    const drafted = group.run === null ? {} : { [`definition-${first}`]: group.draftedDefinition ?? '' };
    res.render('console/suggested/form.njk', {
      section: 'themes',
      ...{ consultation, group },
      values: typed(
        body ?? { [`name-${first}`]: group.draftedName ?? '', ...drafted },
        fieldsOf(consultation.languages),
      ),
      longest,
    });
  };

  router.get(`${PAGE}/:id`, requireRole('reviewer'), async (req, res, next) => {
    const known = await found(req);
    if (known === undefined) {
      // The groups were looked for anew since the page with this link was made.
      const { consultation } = await chosenIn(services, req.query.consultation ?? '');
      return consultation === undefined ? notFound(req, res, next) : gone(res, consultation);
    }
    await showForm(res, known.consultation, known.group.id);
  });

  router.post(`${PAGE}/:id`, requireRole('reviewer'), async (req, res, next) => {
    const known = await found(req);
    if (known === undefined) {
      const { consultation } = await chosenIn(services, req.body?.consultation ?? '');
      return consultation === undefined ? notFound(req, res, next) : gone(res, consultation, req.body);
    }
    const { consultation, group } = known;
    const form = readForm(themeForm(consultation.languages), req.body, res);
    if (!form.ok) {
      res.status(400).locals.errors = form.errors;
      return showForm(res, consultation, group.id, req.body);
    }
    const given = {
      ...{ consultationId: consultation.id, officerId: signedIn(res).id },
      themes: [{ groupId: group.id, ...form.data }],
    };
    const made = await makeThemes(services, given);
    if (made === 'gone') return gone(res, consultation, req.body);
    if (made !== 'made') {
      res.status(400).locals.errors = sameNameErrors(res, made);
      return showForm(res, consultation, group.id, req.body);
    }
    say(req, 'suggested.made', { count: 1 });
    res.redirect(303, themesPage(consultation));
  });

  const decisions = [
    { action: 'dismiss', decide: dismissGroup, said: 'suggested.dismissed' },
    { action: 'again', decide: offerAgain, said: 'suggested.offeredAgain' },
  ] as const;
  for (const { action, decide, said } of decisions) {
    router.post(`${PAGE}/:id/${action}`, requireRole('reviewer'), async (req, res, next) => {
      const known = await found(req);
      if (known === undefined) return notFound(req, res, next);
      const given = { groupId: known.group.id, officerId: signedIn(res).id };
      if (!(await decide(services, given))) return gone(res, known.consultation);
      say(req, said);
      res.redirect(303, pageOf(known.consultation));
    });
  }
  return router;
}

interface Given {
  errors?: FieldError[];
  /** What was sent, to be shown again. */
  body?: unknown;
}

/** What the fields of a first draft hold before anybody has typed: a model's words, or which words people use. */
function draftsOf({ locals }: Response, groups: readonly ShownGroup[]): Record<string, string> {
  return Object.fromEntries(
    groups.flatMap(({ id, run, telling, draftedName, draftedDefinition }) => {
      const mentions =
        telling.length > 0 ? locals.t('suggested.mentions', { words: telling.join(', ') }) : '';
      return [
        [`name-${id}`, draftedName ?? ''],
        [`definition-${id}`, (run === null ? null : draftedDefinition) ?? mentions],
      ];
    }),
  );
}

function pageOf({ id }: Consultation): string {
  return `${PAGE}?${new URLSearchParams({ consultation: id })}`;
}

function themesPage({ id }: Consultation): string {
  return `/console/themes?${new URLSearchParams({ consultation: id })}`;
}

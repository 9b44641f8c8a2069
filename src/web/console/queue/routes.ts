import { type Response, Router } from 'express';
import type { ControlCode, Localised } from '#domain/words.ts';
import { type ControlDecision, controlDecisions } from '#review/control.ts';
import { seenAmong } from '#review/seen.ts';
import type { Services } from '#services.ts';
import { controlById, countQueue, type Queued, queueOf } from '#store/controls.ts';
import { responseFilters } from '#store/responses-read.ts';
import { seenIn, whereGrown } from '#web/console/response/grown.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import type { FieldError } from '#web/form.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { type QueueQuery, queueQuery } from './schema.ts';

const PAGE = '/console/queue';
const PER_PAGE = 25;

/** What asks most of somebody first. */
const tabs: readonly ControlCode[] = [
  ...(['needsPerson', 'complaint', 'question', 'chasing'] as const),
  ...(['repair', 'offer', 'gratitude', 'notAnAnswer'] as const),
];

/** What people said besides their themes, by kind, until somebody has dealt with it. */
export function queueRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();

  const show = async (res: Response, query: QueueQuery, errors: FieldError[] = []) => {
    const [counts, { consultations }] = await Promise.all([
      countQueue(store.read, query.consultation),
      responseFilters(store.read),
    ]);
    // Whoever comes without a choice sees what waits.
    const code = query.code ?? tabs.find((one) => counts.has(one)) ?? 'question';
    const count = counts.get(code) ?? 0;
    const pages = Math.max(1, Math.ceil(count / PER_PAGE));
    const page = Math.min(query.page, pages);
    const filter = { code, consultation: query.consultation };
    const items = await queueOf(store.read, filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const seen = await seenAmong(
      store.read,
      items.map(({ responseId: id, text }) => ({ id, text })),
    );
    res.status(errors.length === 0 ? 200 : 400).render('console/queue/view.njk', {
      section: 'responses',
      errors,
      code,
      consultations,
      consultation: query.consultation,
      tabs: tabs.map((name) => ({
        name,
        count: counts.get(name) ?? 0,
        href: addressOf({ ...query, code: name, page: 1 }),
      })),
      items: items.map((item) => ({ ...shown(item), seen: seen.get(item.responseId) })),
      page,
      pages,
      previous: page > 1 ? addressOf({ ...query, code, page: page - 1 }) : null,
      next: page < pages ? addressOf({ ...query, code, page: page + 1 }) : null,
      mayReview: mayDo(signedIn(res).role, 'reviewer'),
    });
  };

  router.get(PAGE, requireRole('viewer'), (req, res) => show(res, queueQuery.parse(req.query)));

  for (const decision of ['handle', 'reject'] as const satisfies ControlDecision[]) {
    router.post(`${PAGE}/:id/${decision}`, requireRole('reviewer'), async (req, res, next) => {
      const control = await controlById(store.read, String(req.params.id));
      if (control === undefined) return notFound(req, res, next);
      const { id: controlId, responseId, code } = control;
      const given = { responseId, controlId, officerId: signedIn(res).id, seen: seenIn(req.body) };
      if (!(await controlDecisions[decision](services, given))) return notFound(req, res, next);
      // What is an answer after all has themes.
      if (code === 'notAnAnswer') services.nudge('theming');
      say(req, decision === 'handle' ? 'queue.handled' : 'queue.rejected');
      res.redirect(303, addressOf({ ...queueQuery.parse(req.body), code }));
    });
  }
  router.use(
    PAGE,
    whereGrown((req, res) =>
      show(res, queueQuery.parse(req.body), [{ field: 'items', text: res.locals.t('response.grown') }]),
    ),
  );
  return router;
}

/** Their own words: the sentence that says it, or all of it where nobody named one. */
function shown({ text, startAt, endAt, title, ...item }: Queued) {
  const words = startAt === null || endAt === null ? text : text.slice(startAt, endAt);
  return { ...item, words, whole: words.trim() === text.trim(), title: JSON.parse(title) as Localised };
}

function addressOf({ code, consultation, page }: QueueQuery): string {
  const set = new URLSearchParams();
  if (code !== null) set.set('code', code);
  if (consultation !== null) set.set('consultation', consultation);
  if (page > 1) set.set('page', String(page));
  return set.size === 0 ? PAGE : `${PAGE}?${set}`;
}

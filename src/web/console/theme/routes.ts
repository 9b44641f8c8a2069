import { type Response, Router } from 'express';
import { takesStance } from '#flow/stance.ts';
import { notHeardAbout } from '#loop/debt.ts';
import { restoreTheme } from '#review/codebook/restoreTheme.ts';
import type { Services } from '#services.ts';
import { changesOfTheme, unmadeThemes } from '#store/codebook-changes.ts';
import { outcomesNaming } from '#store/outcome-themes.ts';
import { redactionsOf } from '#store/redactions.ts';
import { listedOfTheme, raised } from '#store/themes-count.ts';
import { themeEvidence } from '#store/themes-read.ts';
import { answer, clashingName } from '#web/console/codebook/answer.ts';
import { inWords } from '#web/console/codebook/inWords.ts';
import { different } from '#web/console/themes/quotes.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { editRoutes } from './edit.ts';
import { type ById, type Found, foundIn, mergedInto, seenIn } from './found.ts';
import { mergeRoutes } from './merge.ts';
import { retireRoutes } from './retire.ts';
import { splitRoutes } from './split.ts';

const QUOTES = 5;
const EVIDENCE = 20;
const CHANGES = 20;

/** One theme: what it is, what people said about it, what became of it; changing, merging, splitting and retiring it. */
export function themeRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();

  const show = async (res: Response, found: Found) => {
    const { theme, themes, consultation } = found;
    const before = mergedInto(theme.id, themes);
    const [counts, listed, waiting, evidence, outcomes, changes, unmade] = await Promise.all([
      raised(store.read, [theme.id]),
      listedOfTheme(store.read, theme.id),
      notHeardAbout(store.read, { consultationId: consultation.id, themeIds: [theme.id], before }),
      themeEvidence(store.read, consultation.id, EVIDENCE, theme.id),
      outcomesNaming(store.read, [theme.id]),
      changesOfTheme(store.read, theme, CHANGES),
      unmadeThemes(store.read, consultation.id),
    ]);
    const decisions = await redactionsOf(
      store.read,
      evidence.map(({ responseId }) => responseId),
    );
    res.render('console/theme/view.njk', {
      section: 'themes',
      ...found,
      ...counts,
      listed,
      waiting,
      into: themes.find(({ id }) => id === theme.mergedInto) ?? null,
      unmade: unmade.has(theme.id),
      stance: takesStance(theme.name),
      quotes: different(evidence, decisions, QUOTES),
      outcomes: outcomes.map((outcome) => ({ ...outcome, weDid: JSON.parse(outcome.weDid) })),
      changes: changes.map((change) => inWords(change, res.locals)),
      mayChange: mayDo(signedIn(res).role, 'reviewer'),
    });
  };

  router.get('/console/themes/:id', requireRole('viewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    await show(res, found);
  });

  router.post('/console/themes/:id/restore', requireRole('reviewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const { theme, consultation } = found;
    const to = `/console/themes/${theme.id}`;
    const restored = await restoreTheme(services, {
      consultationId: consultation.id,
      officerId: signedIn(res).id,
      themeId: theme.id,
      seen: seenIn(req.body),
    });
    if (!restored.done && restored.why === 'sameName') {
      const text = res.locals.t('codebook.reason.sameNameBack', { name: clashingName(restored) });
      res.status(400).locals.errors = [{ field: 'restore', text }];
      return show(res, found);
    }
    // Whatever a colleague did to it meanwhile, its page shows it.
    await answer(services, req, res, restored, {
      done: 'codebook.restored',
      to,
      again: () => res.redirect(303, to),
    });
  });

  router.use(editRoutes(services), mergeRoutes(services), splitRoutes(services), retireRoutes(services));
  return router;
}

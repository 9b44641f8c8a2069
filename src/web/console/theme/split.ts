import { type Request, type Response, Router } from 'express';
import { type Part, splitTheme } from '#review/codebook/splitTheme.ts';
import { longest } from '#review/codebook/words.ts';
import type { Services } from '#services.ts';
import { outcomesNaming } from '#store/outcome-themes.ts';
import { raised, responsesOfTheme } from '#store/themes-count.ts';
import { answer, sameNameErrors } from '#web/console/codebook/answer.ts';
import type { ChangeInWords } from '#web/console/codebook/inWords.ts';
import { type FieldError, readForm, typed } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { type ById, type Found, foundIn, seenIn } from './found.ts';
import { partForm, type Rest, restIn, splitFields, tickedIn } from './schema.ts';

/** A form takes at most 1,000 fields, and nobody reads more at once. The others go with what is ticked nowhere. */
const AT_ONCE = 200;

interface Sent {
  values: Record<string, string>;
  first: string[];
  second: string[];
  rest: Rest;
}

const places: Record<Rest, number | null> = { first: 0, second: 1, again: null };

/** Dividing a theme in two, by ticking which responses belong where. */
export function splitRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();
  const path = '/console/themes/:id/split';

  const show = async (res: Response, found: Found, sent: Sent, changes: ChangeInWords[] = []) => {
    const { theme } = found;
    const [responses, counts, outcomes] = await Promise.all([
      responsesOfTheme(store.read, theme.id, AT_ONCE),
      raised(store.read, [theme.id]),
      outcomesNaming(store.read, [theme.id]),
    ]);
    res.render('console/theme/split.njk', {
      section: 'themes',
      ...found,
      ...sent,
      ...{ responses, changes, longest },
      more: counts.responses - responses.length,
      drafts: outcomes.filter(({ state }) => state === 'draft').length,
    });
  };

  router.get(path, requireRole('reviewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    await show(res, found, sentIn({}, found));
  });

  router.post(path, requireRole('reviewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const { theme, consultation } = found;
    const sent = sentIn(req.body, found);
    const seen = seenIn(req.body);
    const parts = partsIn(req, res, found, sent);
    if (parts === null) {
      res.status(400);
      return show(res, { ...found, version: seen }, sent);
    }
    const asked = { consultationId: consultation.id, officerId: signedIn(res).id, seen, themeId: theme.id };
    const split = await splitTheme(services, { ...asked, parts, rest: places[sent.rest] });
    await answer(services, req, res, split, {
      done: 'codebook.splitDone',
      to: `/console/themes?${new URLSearchParams({ consultation: consultation.id })}`,
      again: (changes) => show(res, found, sent, changes),
      // The theme itself goes out of use: it is the first of the change, and its parts come after it.
      sameName: (clash) =>
        ofPart(res, clash.place === 2 ? '2' : '1', sameNameErrors(res, clash, `name${clash.place}-`)),
    });
  });
  return router;
}

function sentIn(body: unknown, { consultation }: Found): Sent {
  const values = typed(body, splitFields(consultation.languages));
  return { values, first: tickedIn(body, 'first'), second: tickedIn(body, 'second'), rest: restIn(body) };
}

/** Both new themes as they were sent; null where something is wrong with either, and the page says so. */
function partsIn(req: Request, res: Response, { consultation }: Found, sent: Sent): Part[] | null {
  const one = readForm(partForm('1', consultation.languages), req.body, res);
  const other = readForm(partForm('2', consultation.languages), req.body, res);
  if (one.ok && other.ok)
    return [
      { ...one.data, responseIds: sent.first },
      { ...other.data, responseIds: sent.second },
    ];
  res.locals.errors = [
    ...ofPart(res, '1', one.ok ? [] : one.errors),
    ...ofPart(res, '2', other.ok ? [] : other.errors),
  ];
  return null;
}

/** Both have the same fields, so each error says which of the two it is about. */
function ofPart(res: Response, part: '1' | '2', errors: readonly FieldError[]): FieldError[] {
  const key = part === '1' ? 'codebook.splitFirstWrong' : 'codebook.splitSecondWrong';
  return errors.map(({ field, text }) => ({ field, text: res.locals.t(key, { wrong: text }) }));
}

import { type Request, type Response, Router } from 'express';
import { folded } from '#domain/occurrences.ts';
import { hideAgain, hideWords, seenLeftOut, settleName, showAgain } from '#review/hideWords.ts';
import { seenAmong } from '#review/seen.ts';
import type { Services } from '#services.ts';
import { redactionsOf, wordsHash } from '#store/redactions.ts';
import { isLeftOut } from '#store/residentReadings.ts';
import { responseById } from '#store/responses-read.ts';
import type { Span } from '#theming/evidence.ts';
import { decided } from '#theming/redact/hiddenIn.ts';
import { hiddenKinds } from '#theming/redact/redact.ts';
import { seenIn, whereGrown } from '#web/console/response/grown.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { type FieldError, readForm, typed } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { inParts } from './parts.ts';
import { hideForm, namedForm } from './schema.ts';

const PAGE = '/console/responses/:id/redaction';

/** What is hidden in one response: beside the words themselves, with what an officer may change. */
export function redactionRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();

  const show = async (req: Request, res: Response, next: () => void, errors: FieldError[] = []) => {
    const response = await responseById(store.read, idOf(req));
    if (response === undefined) return notFound(req, res, next);
    const { id, text } = response;
    const { hidden, possibleNames, pieces, shown } = decided(text, await redactionsOf(store.read, [id]));
    const named = <One extends Span>(spans: readonly One[]) => once(spans.map((one) => name(id, text, one)));
    res.status(errors.length === 0 ? 200 : 400).render('console/redaction/view.njk', {
      section: 'responses',
      response,
      leftOut: await isLeftOut(store.read, id),
      seen: (await seenAmong(store.read, [response])).get(id),
      parts: inParts(text, hidden, possibleNames),
      hidden: named(pieces),
      shown: named(shown),
      names: named(possibleNames),
      kinds: ['other' as const, ...hiddenKinds.filter((kind) => kind !== 'other')],
      values: typed(req.body, ['words', 'kind']),
      errors,
    });
  };

  router.get(PAGE, requireRole('reviewer'), (req, res, next) => show(req, res, next));

  router.post(`${PAGE}/hide`, requireRole('reviewer'), async (req, res, next) => {
    const form = readForm(hideForm, req.body, res);
    if (!form.ok) return show(req, res, next, form.errors);
    const given = { responseId: idOf(req), officerId: signedIn(res).id };
    const places = await hideWords(services, { ...given, ...form.data });
    if (places === undefined) return notFound(req, res, next);
    if (places === 0) {
      const error = { field: 'words', text: res.locals.t('redaction.wordsNotThere') };
      return show(req, res, next, [error]);
    }
    say(req, 'redaction.hiddenDone', { places });
    res.redirect(303, pageOf(req));
  });

  router.post(`${PAGE}/seen`, requireRole('reviewer'), async (req, res, next) => {
    const given = { responseId: idOf(req), officerId: signedIn(res).id, seen: seenIn(req.body) };
    const settled = await seenLeftOut(services, given);
    if (settled === undefined) return notFound(req, res, next);
    say(req, settled ? 'redaction.leftOutDone' : 'redaction.gone');
    res.redirect(303, pageOf(req));
  });

  const settle = {
    show: { decide: showAgain, done: 'redaction.shownDone' },
    again: { decide: hideAgain, done: 'redaction.hiddenAgainDone' },
    name: { decide: namedAs(true), done: 'redaction.hiddenAgainDone' },
    'not-a-name': { decide: namedAs(false), done: 'redaction.notNameDone' },
  } as const;
  for (const [action, { decide, done }] of Object.entries(settle)) {
    router.post(`${PAGE}/${action}`, requireRole('reviewer'), async (req, res, next) => {
      const form = readForm(namedForm, req.body, res);
      if (!form.ok) return show(req, res, next, form.errors);
      const given = { responseId: idOf(req), of: form.data.of, officerId: signedIn(res).id };
      const settled = await decide(services, given);
      if (settled === undefined) return notFound(req, res, next);
      say(req, settled ? done : 'redaction.gone');
      res.redirect(303, pageOf(req));
    });
  }
  router.use(
    PAGE,
    whereGrown((req, res, next) =>
      show(req, res, next, [{ field: 'said', text: res.locals.t('response.grown') }]),
    ),
  );
  return router;
}

function namedAs(isName: boolean): typeof showAgain {
  return (desk, given) => settleName(desk, { ...given, isName });
}

function idOf(req: Request): string {
  return String(req.params.id);
}

function pageOf(req: Request): string {
  return `/console/responses/${encodeURIComponent(idOf(req))}/redaction`;
}

/** Forms say by its hash which words they mean: places may move while somebody reads. */
function name<One extends Span>(responseId: string, text: string, one: One) {
  const words = text.slice(one.start, one.end);
  return { ...one, words, of: wordsHash(responseId, words) };
}

/** What stands in a response more than once, however it is written, is decided on once. */
function once<One extends { words: string }>(named: One[]): One[] {
  return [...new Map(named.toReversed().map((one) => [folded(one.words), one])).values()].reverse();
}

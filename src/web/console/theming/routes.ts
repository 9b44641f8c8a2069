import { type Request, type Response, Router } from 'express';
import type { Services } from '#services.ts';
import { runById, runsOf } from '#store/model-runs-read.ts';
import type { TextKey } from '#texts/text.ts';
import {
  type Consultation,
  chosenIn,
  consultationById,
  consultationsOf,
} from '#web/console/consultations.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { readForm } from '#web/form.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { startForm, themingQuery } from './schema.ts';
import { planInWords, runInWords } from './words.ts';

const PAGE = '/console/theming';
const RUNS = 20;

type ById = Request<{ id: string }>;

/** How suggestions come about, and readings by a language model: what they cost, how far they are, and stopping them. */
export function themingRoutes(services: Services): Router {
  const { store, config, modelRuns, nudge } = services;
  const router = Router();

  const show = async (res: Response, consultations: Consultation[], consultation: Consultation) => {
    const runs = (await runsOf(store.read, consultation.id, RUNS)).map((run) => runInWords(res.locals, run));
    const unfinished = runs.find(({ state }) => state === 'running' || state === 'paused');
    const mayStart = mayDo(signedIn(res).role, 'publisher');
    // Only for whoever can agree to it: it looks at every response.
    const plan = mayStart && unfinished === undefined ? await modelRuns.plan(consultation.id) : null;
    const { model } = config;
    res.render('console/theming/view.njk', {
      section: 'themes',
      consultations,
      consultation,
      model: model === null ? null : { ...model, key: undefined, at: hostOf(model.baseUrl) },
      plan: plan === null ? null : planInWords(res.locals, plan),
      unfinished,
      earlier: runs.filter((run) => run !== unfinished),
      mayStart,
    });
  };

  router.get(PAGE, requireRole('viewer'), async (req, res, next) => {
    const { consultation: asked } = themingQuery.parse(req.query);
    const { consultations, consultation } = await chosenIn(services, asked);
    if (consultation === undefined) return next();
    await show(res, consultations, consultation);
  });

  router.post(PAGE, requireRole('publisher'), async (req, res, next) => {
    const { consultation: asked } = themingQuery.parse(req.body ?? {});
    const consultation = await consultationById(services, asked ?? '');
    if (consultation === undefined || config.model === null) return notFound(req, res, next);
    const refuse = async (field: string, text: string) => {
      res.status(400).locals.errors = [{ field, text }];
      await show(res, await consultationsOf(services), consultation);
    };
    const form = readForm(startForm, req.body, res);
    if (!form.ok) {
      const text = form.errors[0]?.text ?? '';
      return refuse('agree', text);
    }
    const { tokens, millipence } = form.data;
    const started = await modelRuns.start({
      consultationId: consultation.id,
      agreed: { tokens, millipence },
      officerId: signedIn(res).id,
    });
    if (started.kind === 'notAgreed') return refuse('agree', res.locals.t('theming.stale'));
    if (started.kind === 'started') nudge('modelRuns');
    say(req, `theming.${started.kind}`);
    res.redirect(303, pageOf(consultation.id));
  });

  /** What a button does with a run. One that came too late, because it ended meanwhile, is shown how it stands. */
  const button = (does: string, done: TextKey, act: (runId: string, officerId: string) => Promise<unknown>) =>
    router.post(`${PAGE}/:id/${does}`, requireRole('publisher'), async (req: ById, res, next) => {
      const run = await runById(store.read, req.params.id);
      if (run === undefined) return notFound(req, res, next);
      if ((await act(run.id, signedIn(res).id)) !== false) say(req, done);
      nudge('modelRuns');
      res.redirect(303, pageOf(run.consultationId));
    });
  button('stop', 'theming.stopped', modelRuns.pause);
  button('go-on', 'theming.goesOn', modelRuns.goOn);
  button('end', 'theming.ended', modelRuns.cancel);
  return router;
}

function pageOf(consultation: string): string {
  return `${PAGE}?${new URLSearchParams({ consultation })}`;
}

function hostOf(address: string | null): string | null {
  return address === null ? null : new URL(address).host;
}

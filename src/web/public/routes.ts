import { type Response, Router } from 'express';
import { consoleLanguages } from '#domain/words.ts';
import { type PublishedOutcome, publishedOutcomes } from '#loop/published.ts';
import type { Services } from '#services.ts';
import { openData } from './data.ts';
import { atomFeed } from './feed.ts';
import { isKnown } from './fresh.ts';
import { inLanguage } from './inLanguage.ts';

/** What everyone may see, without signing in: what was said, what was done, and how many people that is. */
export function publicRoutes({ store, config }: Services): Router {
  const { publicUrl, organisation } = config;
  const router = Router();

  router.get('/you-said-we-did', async (req, res, next) => {
    const outcomes = (await publishedOutcomes(store.read)).map((outcome) => shown(outcome, res));
    res.vary('Accept-ConsoleLanguage').vary('Cookie');
    res.render('public/view.njk', { outcomes }, (error: Error | null, html) => {
      if (error) return next(error);
      if (!isKnown(req, res, html.replaceAll(res.locals.cspNonce, ''))) res.send(html);
    });
  });

  router.get('/you-said-we-did/feed.atom', async (req, res) => {
    // One address is one language here: a feed reader has none of its own to prefer.
    const language = consoleLanguages.find((one) => one === req.query.lang) ?? 'en';
    const feed = atomFeed(await publishedOutcomes(store.read), { language, publicUrl, organisation });
    forEveryone(res);
    if (!isKnown(req, res, feed)) res.type('application/atom+xml').send(feed);
  });

  router.get('/you-said-we-did/data.json', async (req, res) => {
    const data = JSON.stringify(
      openData(await publishedOutcomes(store.read), { publicUrl, organisation }),
      null,
      2,
    );
    forEveryone(res);
    if (!isKnown(req, res, data)) res.type('application/json').send(data);
  });
  return router;
}

/** Other websites may read these too, and nobody is given a cookie for it. */
function forEveryone(res: Response): void {
  res.removeHeader('Set-Cookie');
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
}

function shown(outcome: PublishedOutcome, res: Response) {
  const { language } = res.locals;
  const { id, kind, demo, publishedAt, raised, told } = outcome;
  return {
    id,
    kind,
    demo,
    publishedAt,
    raised,
    told,
    title: inLanguage(outcome.title, language),
    youSaid: inLanguage(outcome.youSaid, language),
    weDid: inLanguage(outcome.weDid, language),
    themes: outcome.themes.map((theme) => inLanguage(theme, language)),
  };
}

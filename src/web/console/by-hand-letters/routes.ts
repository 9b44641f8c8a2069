import { type Response, Router } from 'express';
import { z } from 'zod';
import { nameIn, rightToLeft } from '#domain/words.ts';
import { waitingByHand } from '#loop/byHand.ts';
import { lettersToPrint, tickPosted, undoable } from '#loop/letters.ts';
import { letterWords } from '#loop/letterWords.ts';
import type { Services } from '#services.ts';
import { dateInWords } from '#texts/text.ts';
import { say } from '#web/flash.ts';
import { readForm } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';

const LIST = '/console/by-hand/letters';

/** One ticked box comes as a string, several as a list, none not at all. */
const posted = z.object({
  letters: z.union([z.string().transform((one) => [one]), z.array(z.string())], 'byHand.postedMissing'),
});

/** Letters: print those that wait, one a page, then tick what went to the post. */
export function letterRoutes(services: Services): Router {
  const { store, clock, config } = services;
  const router = Router();

  const list = async (res: Response) => {
    const officer = { officerId: signedIn(res).id, now: clock.now() };
    const letters = await waitingByHand(store.read, 'post', officer);
    res.render('console/by-hand-letters/list.njk', {
      section: 'byHand',
      letters,
      printed: letters.filter(({ taken }) => taken === 'mine'),
      toPrint: letters.filter(({ taken }) => taken !== 'colleague').length,
      done: await undoable(services, officer.officerId, 'post'),
      withColleagues: letters.filter(({ taken }) => taken === 'colleague').length,
    });
  };

  router.get(LIST, requireRole('reviewer'), (_req, res) => list(res));

  // The addresses are in the answer to a POST only, so that no link leads to them; each is written into the audit.
  router.post(`${LIST}/print`, requireRole('reviewer'), async (_req, res) => {
    const letters = await lettersToPrint(services, signedIn(res).id);
    const now = new Date(clock.now());
    res.render('console/by-hand-letters/print.njk', {
      section: 'byHand',
      letters: letters.map((letter) => {
        const words = letterWords({ ...letter, name: letter.address.name });
        const { language } = words;
        return {
          ...letter,
          ...words,
          lang: language,
          dir: rightToLeft.has(language) ? 'rtl' : 'ltr',
          from: nameIn(config.organisation, language),
          dated: dateInWords(language, now),
        };
      }),
    });
  });

  router.post(`${LIST}/posted`, requireRole('reviewer'), async (req, res) => {
    const form = readForm(posted, req.body, res);
    if (!form.ok) {
      res.status(400).locals.errors = form.errors;
      return list(res);
    }
    const count = await tickPosted(services, signedIn(res).id, form.data.letters);
    say(req, 'byHand.postedNow', { count });
    res.redirect(303, LIST);
  });
  return router;
}

import { Router } from 'express';
import type { Services } from '#services.ts';
import { countResponses, listResponses, responseFilters } from '#store/responses-read.ts';
import { questionOf } from '#web/console/response/question.ts';
import { requireRole } from '#web/middleware/requireRole.ts';
import { type ListQuery, listQuery } from './schema.ts';

const PER_PAGE = 25;

export function responsesRoutes({ store, flows }: Services): Router {
  const router = Router();
  router.get('/console/responses', requireRole('viewer'), async (req, res) => {
    const query = listQuery.parse(req.query);
    const [count, filters] = await Promise.all([
      countResponses(store.read, query),
      responseFilters(store.read),
    ]);
    const pages = Math.max(1, Math.ceil(count / PER_PAGE));
    const page = Math.min(query.page, pages);
    const listed = await listResponses(store.read, query, {
      limit: PER_PAGE,
      offset: (page - 1) * PER_PAGE,
    });
    const responses = await Promise.all(
      listed.map(async (response) => {
        const version = await flows.byHash(store.read, response.flowHash);
        return { ...response, question: questionOf(version?.flow, response.stepId) };
      }),
    );
    // One response leads back to the list as it was.
    req.session.list = addressOf({ ...query, page });
    res.render('console/responses/view.njk', {
      section: 'responses',
      query,
      filters,
      filtered: addressOf({ ...query, page: 1 }) !== '/console/responses',
      count,
      responses,
      page,
      pages,
      previous: page > 1 ? addressOf({ ...query, page: page - 1 }) : null,
      next: page < pages ? addressOf({ ...query, page: page + 1 }) : null,
    });
  });
  return router;
}

function addressOf({ page, abusive, ...filters }: ListQuery): string {
  const set = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== null);
  if (abusive) set.push(['abusive', 'show']);
  if (page > 1) set.push(['page', String(page)]);
  return set.length === 0 ? '/console/responses' : `/console/responses?${new URLSearchParams(set)}`;
}

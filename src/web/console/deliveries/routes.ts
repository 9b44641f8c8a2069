import { Router } from 'express';
import { channelNames, deliveryStates, purposes } from '#domain/words.ts';
import { deliveriesList } from '#loop/deliveries.ts';
import { outcomes as outcomesOf } from '#loop/outcomes.ts';
import type { Services } from '#services.ts';
import { countByState } from '#store/deliveries-read.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { costOfOne, costsOf } from './cost.ts';
import { pagesAround } from './pages.ts';
import { deliveryFilters } from './schema.ts';

/** The ledger of messages: how sending goes, without an address or a word. */
export function deliveriesRoutes(services: Services): Router {
  const { store, clock } = services;
  const router = Router();
  router.get('/console/deliveries', requireRole('viewer'), async (req, res) => {
    const { page, ...filter } = deliveryFilters.parse(req.query);
    const [{ deliveries, total, pages }, counts, outcomes] = await Promise.all([
      deliveriesList(store.read, { ...filter, page, now: clock.now() }),
      countByState(store.read, filter),
      outcomesOf(store.read, null),
    ]);
    const link = (change: Record<string, string>) => linkTo({ ...filter, ...change });
    res.render('console/deliveries/view.njk', {
      section: 'deliveries',
      mayDecide: mayDo(signedIn(res).role, 'publisher'),
      deliveries: deliveries.map((one) => ({ ...one, cost: costOfOne(res.locals, one) })),
      total,
      ...(await costsOf(services, res)),
      states: deliveryStates.flatMap((state) => {
        const count = counts.find((one) => one.state === state)?.count ?? 0;
        return count === 0 ? [] : [{ state, count, href: link({ state }) }];
      }),
      filter,
      filtered: Object.values(filter).some((value) => value !== undefined),
      choices: {
        state: deliveryStates,
        channel: channelNames,
        purpose: purposes,
        outcome: outcomes.filter(({ state }) => state === 'published'),
      },
      page,
      pages,
      items: pagesAround(page, pages).map((number) =>
        number === null
          ? { ellipsis: true }
          : { number, current: number === page, href: link({ page: String(number) }) },
      ),
      previous: page > 1 && page <= pages ? link({ page: String(page - 1) }) : null,
      next: page < pages ? link({ page: String(page + 1) }) : null,
    });
  });
  return router;
}

function linkTo(filter: Record<string, string | undefined>): string {
  const chosen = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `/console/deliveries?${new URLSearchParams(chosen)}`;
}

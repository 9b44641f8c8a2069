import type { Response } from 'express';
import { channelsThatCost } from '#outbox/budget.ts';
import { type Month, monthOf } from '#outbox/month.ts';
import type { Services } from '#services.ts';
import { pounds } from '#web/money.ts';
import { inAList } from '#web/words.ts';

/** What the banner says where this month's budget is spent; null where it is not, or where there is none. */
export async function spentBudget(services: Services, res: Response) {
  const { store, config, clock } = services;
  if (config.limits.monthlyMillipence === null) return null;
  return spentOf(services, res, await monthOf(store.read, config.limits, clock.now()));
}

/** The same, of a month that is known already. */
export function spentOf({ channels }: Pick<Services, 'channels'>, res: Response, { budget, ends }: Month) {
  const { t, language, date } = res.locals;
  const waiting = channelsThatCost(channels);
  if (budget === null || budget.left > 0 || waiting.length === 0) return null;
  return {
    budget: pounds(language, budget.millipence),
    channels: inAList(
      language,
      waiting.map((name) => t(`channel.${name}`)),
    ),
    until: date(ends),
  };
}

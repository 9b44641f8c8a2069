import type { Response } from 'express';
import { monthOf } from '#outbox/month.ts';
import type { Services } from '#services.ts';
import { spentOf } from '#web/console/budget.ts';
import { pence, pounds } from '#web/money.ts';

/** What this month has cost, as the page says it, and the banner where it may cost no more. */
export async function costsOf(services: Services, res: Response) {
  const { store, config, clock } = services;
  const { language } = res.locals;
  const month = await monthOf(store.read, config.limits, clock.now());
  const { budget } = month;
  return {
    month: {
      began: month.began,
      byChannel: month.byChannel.map((one) => ({ ...one, pounds: pounds(language, one.millipence) })),
      total: pounds(language, month.millipence),
      left:
        budget === null || budget.left === 0
          ? null
          : { left: pounds(language, budget.left), budget: pounds(language, budget.millipence) },
    },
    spent: spentOf(services, res, month),
  };
}

/** What one message cost, such as "charged as 2 texts, 8p"; null where it cost nothing. */
export function costOfOne(
  { t, language }: Response['locals'],
  { segments, millipence }: { segments: number | null; millipence: number },
): string | null {
  if (millipence === 0) return null;
  const cost = t('deliveries.pence', { pence: pence(language, millipence) });
  return segments === null ? cost : `${t('deliveries.chargedAs', { count: segments })}, ${cost}`;
}

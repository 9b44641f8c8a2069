import { z } from 'zod';

/** An address that makes no sense shows what there is: links grow old. */
export const themingQuery = z.object({
  consultation: z.string().min(1).max(100).optional().catch(undefined),
});

const amount = z.string('theming.stale').regex(/^\d{0,12}$/, 'theming.stale');

/** What was shown, and is agreed to: the run never goes beyond it. `millipence` is empty where no price is set. */
export const startForm = z.object({
  agree: z.literal('yes', 'theming.agreeMissing'),
  tokens: amount.min(1, 'theming.stale').transform(Number),
  millipence: amount.transform((shown) => (shown === '' ? null : Number(shown))),
});

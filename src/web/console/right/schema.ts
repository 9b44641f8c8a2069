import { z } from 'zod';

/** A page of a consultation that is not there is not found; a link without one leads to the first. */
export const rightQuery = z.object({
  consultation: z.string().min(1).max(100).optional().catch(undefined),
});

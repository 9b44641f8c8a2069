import { z } from 'zod';
import { channelNames, deliveryStates, purposes } from '#domain/words.ts';

/** An empty choice means all of them, and so does one that does not exist: an old link still shows something. */
const choice = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

export const deliveryFilters = z.object({
  state: choice(z.enum(deliveryStates)),
  channel: choice(z.enum(channelNames)),
  purpose: choice(z.enum(purposes)),
  outcome: choice(z.string().min(1).max(64)),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

import { z } from 'zod';
import { controlCodes } from '#domain/words.ts';

/** What the address of the queue may hold. What makes no sense is left out: links grow old. */
export const queueQuery = z.object({
  code: z.enum(controlCodes).nullable().catch(null),
  consultation: z.string().trim().min(1).max(100).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type QueueQuery = z.infer<typeof queueQuery>;

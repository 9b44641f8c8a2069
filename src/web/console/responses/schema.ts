import { z } from 'zod';
import { channelNames } from '#domain/words.ts';

const chosen = z.string().trim().min(1).max(100).nullable().catch(null);

/** What the address of the list may hold. A filter that makes no sense is none: links grow old. */
export const listQuery = z.object({
  consultation: chosen,
  theme: chosen,
  review: z.enum(['new', 'reviewed', 'again']).nullable().catch(null),
  channel: z.enum(channelNames).nullable().catch(null),
  words: chosen,
  abusive: z
    .literal('show')
    .transform(() => true)
    .catch(false),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type ListQuery = z.infer<typeof listQuery>;

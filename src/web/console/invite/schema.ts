import { z } from 'zod';
import { languages } from '#domain/words.ts';

/** The last part of a poster's address: cy-a4.pdf, both-a5.svg. */
const file = z.string().regex(/^[a-z]+-a[45]\.(pdf|svg)$/);

export const posterFile = file
  .transform((name) => {
    const [edition = '', size = '', format = ''] = name.split(/[-.]/);
    return { edition, size: size.toUpperCase(), format };
  })
  .pipe(
    z.object({
      edition: z.enum(['both', ...languages]),
      size: z.enum(['A4', 'A5']),
      format: z.enum(['pdf', 'svg']),
    }),
  );

/** To be kept rather than looked at. */
export const posterQuery = z.object({ download: z.literal('yes').optional().catch(undefined) });

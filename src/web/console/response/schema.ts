import { z } from 'zod';

export const codingForm = z.object({ coding: z.string().min(1).max(100) });

export const themeForm = z.object({
  theme: z.string('response.addMissing').min(1, 'response.addMissing').max(100, 'response.addMissing'),
});

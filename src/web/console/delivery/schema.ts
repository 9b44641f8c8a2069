import { z } from 'zod';

/** Which attempt the officer saw. One that was never made decides nothing. */
export const decisionForm = z.object({ attempt: z.string().max(64).catch('') }).catch({ attempt: '' });

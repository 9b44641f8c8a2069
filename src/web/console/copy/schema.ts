import { z } from 'zod';

/** What a person has to have done before a full copy leaves the building. */
export const checks = ['identity', 'others', 'safeguarding'] as const;

const done = z.literal('yes', 'data.tickMissing');

export const releaseForm = z.object({ identity: done, others: done, safeguarding: done });

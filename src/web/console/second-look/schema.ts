import { z } from 'zod';

export const secondLookQuery = z.object({
  consultation: z.string().min(1).max(100).optional().catch(undefined),
  /** The response that was passed over. */
  after: z.string().min(1).max(100).nullable().catch(null),
});

const NONE = 'none';
const ticked = z.union([z.string().max(100), z.array(z.string().max(100)).max(500)]).default([]);

/** Naming no theme is an answer that has to be given: a form sent as it came says nothing. */
export const secondLookForm = z
  .object({
    consultation: z.string().min(1).max(100),
    response: z.string().min(1).max(100),
    themes: ticked,
  })
  .transform(({ consultation, response, themes }, context) => {
    const all = [themes].flat();
    const themeIds = all.filter((id) => id !== NONE);
    const none = all.includes(NONE);
    const wrong =
      all.length === 0 ? 'secondLook.missing' : none && themeIds.length > 0 ? 'secondLook.both' : null;
    if (wrong !== null) context.addIssue({ code: 'custom', path: ['themes'], message: wrong });
    return { consultation, response, themeIds };
  });

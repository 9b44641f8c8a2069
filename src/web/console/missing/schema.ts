import { z } from 'zod';

/** An address that makes no sense shows what there is: links grow old. */
export const missingQuery = z.object({
  consultation: z.string().min(1).max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const reachedForm = z.object({
  response: z.string().min(1).max(100),
  reached: z.enum(['yes', 'no']).transform((said) => said === 'yes'),
});

/** Which question of which consultation the area is compared for. */
export const areaOf = z.object({
  consultation: z.string().min(1).max(100),
  question: z.string().min(1).max(40),
});

/** Percentages are often rounded, and then they add up to a little more than a hundred. */
const ALL = 101;

const percent = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/\s*%$/, '').replace(',', '.'))
  .pipe(z.union([z.literal(''), z.string().regex(/^\d{1,3}(\.\d+)?$/, 'area.number')], 'area.number'))
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .pipe(z.number().max(100, 'area.number').nullable());

/** A field for each answer; empty where it is not compared. */
export function areaForm(answers: readonly string[]) {
  const fields = Object.fromEntries(answers.map((answer) => [fieldOf(answer), percent]));
  return z.object(fields).transform((typed, context) => {
    const shares = answers.flatMap((answer) => {
      const share = typed[fieldOf(answer)];
      return typeof share === 'number' ? [{ answer, percent: share }] : [];
    });
    if (shares.reduce((sum, share) => sum + share.percent, 0) > ALL)
      context.addIssue({ code: 'custom', message: 'area.total', path: [fieldOf(answers[0] ?? '')] });
    return shares;
  });
}

export function fieldOf(answer: string): string {
  return `share-${answer}`;
}

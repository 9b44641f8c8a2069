import { z } from 'zod';
import { consentKinds, languages } from '#domain/words.ts';

/** What one flow file may hold. Texts are by language; the loader checks that none is missing. */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'use lower-case letters, numbers and hyphens, starting with a letter');

const localised = z
  .strictObject({ en: z.string().trim().min(1).optional(), cy: z.string().trim().min(1).optional() })
  .refine(
    (texts) => Object.keys(texts).length > 0,
    'write it in at least one language, for example en: "..."',
  );

const day = z.iso.date('write a date as 2026-11-20');

const theme = z.strictObject({
  id,
  name: localised,
  definition: localised,
  /** Things a resident might say that belong here. */
  examples: z
    .strictObject({ en: z.array(z.string()).optional(), cy: z.array(z.string()).optional() })
    .default({}),
});

const next = id.optional();

const say = z.strictObject({ kind: z.literal('say'), id, text: localised, next });
const open = z.strictObject({
  kind: z.literal('open'),
  id,
  ask: localised,
  /**
   * Completes "you told us about ..." where a resident's own words may not be sent back. In Welsh it follows "am",
   * so its first letter is softened: "am ganol y dref".
   */
  topic: localised,
  /** How long a resident may pause before the answer counts as whole; the channel's own default if absent. */
  quietSeconds: z.int().min(0).max(3600).optional(),
  next,
});
const choice = z.strictObject({
  kind: z.literal('choice'),
  id,
  ask: localised,
  choices: z
    .array(z.strictObject({ id, label: localised, next }))
    .min(2)
    .max(9),
  next,
});
const consent = z.strictObject({
  kind: z.literal('consent'),
  id,
  consent: z.enum(consentKinds),
  ask: localised,
  next,
});
const branch = z.strictObject({
  kind: z.literal('branch'),
  id,
  /** The choice step whose answer decides. */
  on: id,
  /** From that step's choice ids to the step to go to. */
  cases: z.record(id, id),
  else: id,
});
const end = z.strictObject({ kind: z.literal('end'), id, text: localised });

const stepSchema = z.discriminatedUnion('kind', [say, open, choice, consent, branch, end]);

export const flowSchema = z.strictObject({
  id,
  title: localised,
  /** The first is where someone starts who has not chosen; in Wales the first text is bilingual. */
  languages: z.array(z.enum(languages)).min(1),
  nation: z.enum(['england', 'wales', 'scotland', 'northern-ireland']),
  /** Whole messages that start this flow, by the language they choose. */
  keywords: z.strictObject({ en: z.array(z.string()).optional(), cy: z.array(z.string()).optional() }),
  frame: z.strictObject({
    opens: day,
    closes: day,
    stage: z.enum(['open question', 'proposal']),
    canChange: localised,
    cannotChange: localised,
    whoDecides: localised,
    whenDecided: localised,
    lawfulBasis: z.enum(['public task', 'consent', 'legitimate interests']),
  }),
  /** When a person reads what may be urgent; sent with every signpost. */
  cover: localised,
  /** What PRIVACY answers. */
  privacy: localised,
  /** Whether a resident's own words may go back to them in a follow-up (shared and recycled phones). */
  quoteBack: z.boolean().default(false),
  codebook: z.array(theme),
  steps: z.array(stepSchema).min(2),
});

export type Flow = z.infer<typeof flowSchema>;
export type Step = z.infer<typeof stepSchema>;

/** A flow as it is used: checked whole, and named by the hash of what residents meet. */
export interface FlowVersion {
  hash: string;
  flow: Flow;
}

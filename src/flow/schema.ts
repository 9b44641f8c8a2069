import { z } from 'zod';
import { consentKinds, type Language, languages, type Voice, voices } from '#domain/words.ts';

/** What one flow file may hold. Texts are by language; the loader checks that none is missing. */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'use lower-case letters, numbers and hyphens, starting with a letter');

const localised = z
  .strictObject(eachOf<Voice, z.ZodOptional<z.ZodString>>(voices, () => z.string().trim().min(1).optional()))
  .refine(
    (texts) => Object.keys(texts).length > 0,
    'write it in at least one language, for example en: "..."',
  );

/** Lists by language: keywords, examples. */
const lists = z.strictObject(
  eachOf<Language, z.ZodOptional<z.ZodArray<z.ZodString>>>(languages, () => z.array(z.string()).optional()),
);

function eachOf<Key extends string, Value>(keys: readonly Key[], make: () => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, Value>;
}

const day = z.iso.date('write a date as 2026-11-20');

const theme = z.strictObject({
  id,
  name: localised,
  definition: localised,
  /** Things a resident might say that belong here. */
  examples: lists.default({}),
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
  /** One gentle question more where the answer is short: asked once, and never after distress. */
  probe: z
    .strictObject({
      ask: localised,
      /** Short is an answer of fewer words than this. */
      underWords: z.int().min(2).max(50).default(6),
    })
    .optional(),
  next,
});
/** "Who else should we hear from?": an open question whose answers say who is missing; then an invitation to pass on. */
const whoElse = z.strictObject({
  kind: z.literal('whoElse'),
  id,
  ask: localised,
  topic: localised,
  quietSeconds: z.int().min(0).max(3600).optional(),
  next,
});
/** A question about the resident, kept apart from what they say; "prefer not to say" is added to the choices. */
const equality = z.strictObject({
  kind: z.literal('equality'),
  id,
  ask: localised,
  /** Why we ask and what happens with it: said before the question. */
  why: localised,
  choices: z
    .array(z.strictObject({ id, label: localised }))
    .min(2)
    .max(12),
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

const stepSchema = z.discriminatedUnion('kind', [say, open, whoElse, choice, consent, equality, branch, end]);

export const flowSchema = z.strictObject({
  id,
  title: localised,
  /** The first is where someone starts who has not chosen; in Wales the first text is bilingual. */
  languages: z.array(z.enum(languages)).min(1),
  /**
   * Languages in which somebody who speaks them has read all that residents get, Hearback's own texts included
   * (`hearback flows preview`). In any other, notice, consent and care are sent in the first of these.
   */
  reviewed: z.array(z.enum(languages)).min(1).default(['en', 'cy']),
  nation: z.enum(['england', 'wales', 'scotland', 'northern-ireland']),
  /** Whole messages that start this flow, by the language they choose. */
  keywords: lists,
  /** Whom this is for. Someone who says that they are younger gets a child's notice, and a person looks first. */
  ages: z.strictObject({ from: z.int().min(5).max(25) }).default({ from: 16 }),
  /** Days without a word after which we ask again, gently; counted from the last word or the last reminder. */
  reminders: z.array(z.int().min(1).max(60)).max(2).default([]),
  /** Days without a word after the last reminder until we say that we have stopped asking. */
  expiresAfterDays: z.int().min(7).max(180).default(28),
  frame: z.strictObject({
    opens: day,
    closes: day,
    stage: z.enum(['open question', 'proposal']),
    canChange: localised,
    cannotChange: localised,
    whoDecides: localised,
    whenDecided: localised,
    lawfulBasis: z.enum(['public task', 'consent', 'legitimate interests']),
    /** Pre-election periods, both days included: nothing is published and no follow-up is sent. */
    holds: z.array(z.strictObject({ from: day, until: day })).default([]),
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
/** The steps that wait for an answer. */
export type Asking = Extract<Step, { ask: unknown }>;
/** The steps that listen for as long as somebody wants to write. */
export type Listening = Extract<Step, { kind: 'open' | 'whoElse' }>;

/** A flow as it is used: checked whole, and named by the hash of what residents meet. */
export interface FlowVersion {
  hash: string;
  flow: Flow;
}

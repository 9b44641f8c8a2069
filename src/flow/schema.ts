import { z } from 'zod';
import { consentKinds, type Language, languages, type Voice, voices } from '#domain/words.ts';

/**
 * What one flow file may hold. Texts are by language; the rules of lint/ check that none is missing. The
 * descriptions are what editors show to whoever writes a flow: see json-schema.ts.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'use lower-case letters, numbers and hyphens, starting with a letter')
  .describe('A name that residents never see: lower-case letters, numbers and hyphens.');

const localised = z
  .strictObject(eachOf<Voice, z.ZodOptional<z.ZodString>>(voices, () => z.string().trim().min(1).optional()))
  .refine(
    (texts) => Object.keys(texts).length > 0,
    'write it in at least one language, for example en: "..."',
  )
  .meta({ id: 'words' });

/** Lists by language: keywords, examples. */
const lists = z
  .strictObject(
    eachOf<Language, z.ZodOptional<z.ZodArray<z.ZodString>>>(languages, () => z.array(z.string()).optional()),
  )
  .meta({ id: 'lists' });

function eachOf<Key extends string, Value>(keys: readonly Key[], make: () => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, Value>;
}

const day = z.iso.date('write a date as 2026-11-20').describe('A day, written as 2026-11-20.');

const theme = z.strictObject({
  id,
  name: localised.describe('What officers and the public page call it: a short sentence.'),
  definition: localised.describe('What belongs here, so that two people would decide alike.'),
  examples: lists.default({}).describe('Things that a resident might say that belong here.'),
});

const next = id
  .optional()
  .describe('The id of the step to go to. Without it the conversation goes on to the step below.');

const ask = localised.describe('The question, as it is sent.');
const topic = localised.describe(
  'Completes "you told us about ..." where somebody\'s own words may not be sent back. In Welsh it follows "am", so its first letter is softened: "am ganol y dref".',
);
const quietSeconds = z
  .int()
  .min(0)
  .max(3600)
  .optional()
  .describe(
    "How long somebody may pause before the answer counts as whole; the channel's own time if absent.",
  );

const say = z.strictObject({
  kind: z.literal('say').describe('Says something and goes on.'),
  id,
  text: localised.describe('What is said, as it is sent.'),
  next,
});
const open = z.strictObject({
  kind: z.literal('open').describe('An open question: people write as much as they like, in many messages.'),
  id,
  ask,
  topic,
  quietSeconds,
  probe: z
    .strictObject({
      ask: localised.describe('One gentle question more.'),
      underWords: z.int().min(2).max(50).default(6).describe('Short is an answer of fewer words than this.'),
    })
    .optional()
    .describe('Asked once where the answer is short, and never after distress.'),
  next,
});
const whoElse = z.strictObject({
  kind: z
    .literal('whoElse')
    .describe('"Who else should we hear from?": the answers say who is missing, and an invitation follows.'),
  id,
  ask,
  topic,
  quietSeconds,
  next,
});
const equality = z.strictObject({
  kind: z
    .literal('equality')
    .describe(
      'A question about the person, kept apart from what they say. "I would rather not say" is added.',
    ),
  id,
  why: localised.describe('Why you ask and what happens with it: said before the question.'),
  ask,
  choices: z
    .array(z.strictObject({ id, label: localised.describe('The answer, as people read it.') }))
    .min(2)
    .max(12),
  next,
});
const choice = z.strictObject({
  kind: z.literal('choice').describe('A question with answers to pick from: buttons, or numbers by SMS.'),
  id,
  ask,
  choices: z
    .array(z.strictObject({ id, label: localised.describe('The answer, as people read it.'), next }))
    .min(2)
    .max(9),
  next,
});
const consent = z.strictObject({
  kind: z.literal('consent').describe('Asks for a yes or no. An unclear answer means no.'),
  id,
  consent: z
    .enum(consentKinds)
    .describe('What is asked for. hearBack: to message them about what is done. quote: to show their words.'),
  ask,
  next,
});
const branch = z.strictObject({
  kind: z.literal('branch').describe('Goes one way or another, by an earlier choice. Says nothing.'),
  id,
  on: id.describe('The choice step whose answer decides.'),
  cases: z.record(id, id).describe("From that step's choice ids to the step to go to."),
  else: id.describe('The step for every other answer.'),
});
const end = z.strictObject({
  kind: z.literal('end').describe('The last words. People can still write afterwards, and it is kept.'),
  id,
  text: localised.describe('What is said, as it is sent.'),
});

const stepSchema = z.discriminatedUnion('kind', [say, open, whoElse, choice, consent, equality, branch, end]);

export const flowSchema = z.strictObject({
  id: id.describe('The name of this flow in links and settings. Never change it once people have answered.'),
  title: localised.describe('What it is called on screens and in invitations.'),
  languages: z
    .array(z.enum(languages))
    .min(1)
    .describe(
      'What people can be written to in. The first is for whoever has not chosen; in Wales the first text is bilingual.',
    ),
  reviewed: z
    .array(z.enum(languages))
    .min(1)
    .default(['en', 'cy'])
    .describe(
      "Languages in which somebody who speaks them has read all that residents get, Hearback's own texts included (hearback flows preview). In any other, notice, consent and care are sent in the first reviewed one.",
    ),
  nation: z
    .enum(['england', 'wales', 'scotland', 'northern-ireland'])
    .describe('Whose helplines people are told of.'),
  keywords: lists.describe('What people text to begin, by the language that it chooses.'),
  ages: z
    .strictObject({ from: z.int().min(5).max(25).describe('The youngest, in years.') })
    .default({ from: 16 })
    .describe("Whom this is for. Someone younger gets a child's notice, and a person looks first."),
  reminders: z
    .array(z.int().min(1).max(60))
    .max(2)
    .default([])
    .describe(
      'Days without a word after which we ask again, gently; counted from the last word or the last reminder.',
    ),
  expiresAfterDays: z
    .int()
    .min(7)
    .max(180)
    .default(28)
    .describe('Days without a word after the last reminder until we say that we have stopped asking.'),
  frame: z
    .strictObject({
      opens: day.describe('The first day.'),
      closes: day.describe('The last day. What comes later is kept and marked late.'),
      stage: z
        .enum(['open question', 'proposal'])
        .describe('Whether anything is decided: an open question, or a proposal to react to.'),
      canChange: localised.describe('What their answers can change.'),
      cannotChange: localised.describe('What they cannot change, and why.'),
      whoDecides: localised.describe('Who decides.'),
      whenDecided: localised.describe('When it is decided, as it goes on after "It will be decided".'),
      lawfulBasis: z
        .enum(['public task', 'consent', 'legitimate interests'])
        .describe('Why you may hold what people tell you (UK GDPR Article 6).'),
      holds: z
        .array(z.strictObject({ from: day.describe('The first day.'), until: day.describe('The last day.') }))
        .default([])
        .describe('Pre-election periods: nothing is published and no follow-up is sent.'),
    })
    .describe('What is honest to say about this: sent with STATUS, shown in reports.'),
  cover: localised.describe(
    'When a person reads what may be urgent: days and hours. Sent with every signpost.',
  ),
  privacy: localised.describe('What PRIVACY answers.'),
  quoteBack: z
    .boolean()
    .default(false)
    .describe(
      "Whether somebody's own words may go back to them in a follow-up. Others may hold the phone: off by default.",
    ),
  codebook: z.array(theme).describe('The themes to begin with. May be empty: themes come after listening.'),
  steps: z.array(stepSchema).min(2).describe('The conversation, from the first question to the end.'),
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

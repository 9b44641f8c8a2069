import { z } from 'zod';
import { languages } from '#domain/words.ts';
import { day, id, lists, localised } from './parts.ts';
import { stepSchema } from './steps.ts';

export const themeSchema = z.strictObject({
  id,
  name: localised.describe('What officers and the public page call it: a short sentence.'),
  definition: localised.describe('What belongs here, so that two people would decide alike.'),
  includes: localised
    .optional()
    .describe('What belongs here too, although one might doubt it. Suggestions go by it.'),
  excludes: localised
    .optional()
    .describe('What does not belong here, although one might think so, and where it goes instead.'),
  examples: lists.default({}).describe('Things that a resident might say that belong here.'),
});

/** What one flow file may hold. The descriptions are what editors show to whoever writes one: see json-schema.ts. */
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
  signposts: z
    .array(
      z.strictObject({
        for: z
          .array(z.enum(['immediateDanger', 'selfHarm', 'abuse', 'crime']))
          .min(1)
          .optional()
          .describe('The kinds of danger that it is for; all of them if left out.'),
        line: localised.describe('Whom to call, and the number: one short line.'),
      }),
    )
    .max(4)
    .default([])
    .describe("Help in your area, told after 999 and before the nation's helplines."),
  privacy: localised.describe('What PRIVACY answers.'),
  quoteBack: z
    .boolean()
    .default(false)
    .describe(
      "Whether somebody's own words may go back to them in a follow-up. Others may hold the phone: off by default.",
    ),
  residentReviewers: z
    .boolean()
    .default(false)
    .describe(
      'Whether residents who help may read what people say, without names or numbers. The privacy text must say so; it counts for whoever answers from then on.',
    ),
  codebook: z
    .array(themeSchema)
    .default([])
    .describe('The themes to begin with. May be empty or left out: themes come after listening.'),
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

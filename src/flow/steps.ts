import { z } from 'zod';
import { consentKinds } from '#domain/words.ts';
import { id, localised } from './parts.ts';

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

/** What one step may be. */
export const stepSchema = z.discriminatedUnion('kind', [
  say,
  open,
  whoElse,
  choice,
  consent,
  equality,
  branch,
  end,
]);

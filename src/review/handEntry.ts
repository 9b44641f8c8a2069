import { z } from 'zod';
import { type HandHow, type HandSpeaksFor, handHows, handSpeaksFors, handWays } from '#domain/by-hand.ts';
import { type Day, noonOf } from '#domain/day.ts';
import { type ConsentKind, type Language, languages } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import { dialled, type HandAddress } from '#people/handAddress.ts';
import { optionsOf, questionsOf, RATHER_NOT } from './handQuestions.ts';

/** What somebody said on paper, by telephone or at the door, as an officer has typed it in. */
export interface HandEntry {
  how: HandHow;
  onDay: Day;
  speaksFor: HandSpeaksFor;
  /** How many a group has; null for one person. */
  people: number | null;
  language: Language;
  /** Their words by open question, exactly as typed; none of them is empty. */
  answers: { stepId: string; text: string }[];
  /** What they picked, by choice question. */
  chosen: Record<string, string>;
  /** What they say about themselves, by equality question; null for "would rather not say". */
  described: { question: string; answer: string | null }[];
  consents: Partial<Record<ConsentKind, boolean>>;
  /** How they hear back; null where they do not. */
  contact: HandAddress | null;
}

export const ANSWER_MAX = 20_000;

const line = (longest: number) => z.string().trim().max(longest, 'byHand.lineLong').default('');
const yesOrNo = z.enum(['yes', 'no', ''], 'byHand.yesOrNo').default('');

/**
 * Reads one entry, from a form or from a line of a file: both name their fields alike. Messages are keys of texts/.
 * Whatever is not a clear yes to a question of consent is a no.
 */
export function handEntrySchema(flow: Flow, today: Day) {
  const { open, choices, equality, consents } = questionsOf(flow);
  const named = Object.fromEntries([
    ...open.map(({ id }) => [`answer-${id}`, z.string().max(ANSWER_MAX, 'byHand.answerLong').default('')]),
    ...[...choices, ...equality].map((step) => [
      `pick-${step.id}`,
      z.enum(['', ...optionsOf(step)], 'byHand.pickUnknown').default(''),
    ]),
  ]);
  return z
    .object({
      how: z.enum(handHows, 'byHand.howMissing'),
      onDay: dayUntil(today),
      speaksFor: z.enum(handSpeaksFors, 'byHand.speaksForMissing'),
      people: line(9),
      language: z.enum(languages, 'byHand.languageMissing'),
      hearBack: yesOrNo,
      quote: yesOrNo,
      way: z.enum([...handWays, ''], 'byHand.wayMissing').default(''),
      name: line(100),
      phone: line(40),
      address: line(500),
    })
    .and(z.object(named))
    .transform((typed, context): HandEntry => {
      const wrong = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message });
      const words: Record<string, unknown> = typed;
      const picked = (id: string) => String(words[`pick-${id}`] ?? '');
      const answers = open
        .map(({ id }) => ({ stepId: id, text: asTyped(words[`answer-${id}`]) }))
        .filter(({ text }) => text.trim() !== '');
      if (answers.length === 0) wrong(`answer-${open[0]?.id}`, 'byHand.answerMissing');
      const isGroup = typed.speaksFor === 'group';
      if (isGroup && !/^[1-9]\d{0,4}$/.test(typed.people)) wrong('people', 'byHand.peopleMissing');
      const hears = consents.includes('hearBack') && typed.hearBack === 'yes';
      return {
        how: typed.how,
        onDay: typed.onDay,
        speaksFor: typed.speaksFor,
        people: isGroup ? Number(typed.people) : null,
        language: typed.language,
        answers,
        chosen: Object.fromEntries(
          choices.map(({ id }) => [id, picked(id)]).filter(([, choice]) => choice !== ''),
        ),
        described: equality
          .map(({ id }) => ({ question: id, answer: picked(id) }))
          .filter(({ answer }) => answer !== '')
          .map(({ question, answer }) => ({ question, answer: answer === RATHER_NOT ? null : answer })),
        consents: Object.fromEntries(consents.map((kind) => [kind, typed[kind] === 'yes'])),
        contact: hears ? contactOf(typed, wrong) : null,
      };
    });
}

/** Forms send a line break as two characters; nothing else of what was typed is changed. */
function asTyped(given: unknown): string {
  return String(given ?? '').replace(/\r\n/g, '\n');
}

function dayUntil(today: Day) {
  return z
    .string('byHand.dayMissing')
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'byHand.dayMissing', abort: true })
    .refine(
      (day) => {
        const at = noonOf(day);
        return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
      },
      { error: 'byHand.dayMissing', abort: true },
    )
    .refine((day) => day <= today, 'byHand.dayFuture');
}

function contactOf(
  { way, name, phone, address }: Record<'way' | 'name' | 'phone' | 'address', string>,
  wrong: (field: string, message: string) => void,
): HandAddress | null {
  if (way === '') wrong('way', 'byHand.wayMissing');
  if (name === '') wrong('name', 'byHand.nameMissing');
  if (way === 'phone') {
    const number = dialled(phone);
    if (number === null) wrong('phone', 'byHand.phoneWrong');
    return { way, name, phone: number ?? '' };
  }
  if (way !== 'post') return null;
  const lines = address
    .split(/\r?\n|;/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (lines.length < 2) wrong('address', 'byHand.addressShort');
  if (lines.length > 7) wrong('address', 'byHand.addressLong');
  return { way, name, lines };
}

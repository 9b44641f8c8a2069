import type { Localised } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import { flowByHash } from '#store/consultations.ts';
import type { Db } from '#store/db.ts';
import { areaShares, describedInTens, versionsDescribed } from '#store/equality-read.ts';
import { FEWEST, type Shown, suppress } from './disclosure.ts';

type Equality = Extract<Flow['steps'][number], { kind: 'equality' }>;

interface AnswerShown {
  /** The choice's id. */
  id: string;
  label: Localised;
  count: Shown;
  /** Percent of those who answered; null where the count is not shown. */
  share: number | null;
  /** Percent of those who live here; null where nobody has said. */
  area: number | null;
  compared: 'fewer' | 'more' | 'alike' | null;
}

/** One question that people were asked about themselves. */
export interface QuestionShown {
  id: string;
  ask: Localised;
  /** People, in whole tens; null while too few have answered to say anything. */
  people: number | null;
  answers: AnswerShown[];
}

/** Who has been heard, by what they said about themselves: nothing that is about fewer than ten people. */
export async function pictureOf(
  db: Db,
  consultationId: string,
  newest: Flow | undefined,
): Promise<QuestionShown[]> {
  const [questions, described, shares] = await Promise.all([
    questionsOf(db, consultationId, newest),
    describedInTens(db, consultationId),
    areaShares(db, consultationId),
  ]);
  return questions.map((question) => {
    const { id, ask, choices } = question;
    const of = described.filter((row) => row.question === id);
    const counts = choices.map((choice) => of.find(({ answer }) => answer === choice.id)?.count ?? 0);
    const shown = suppress(counts);
    const people = shown === null ? null : counts.reduce((sum, count) => sum + count, 0);
    return {
      id,
      ask,
      people,
      answers: choices.map(({ id: answer, label }, index) => {
        const area = shares.find((row) => row.question === id && row.answer === answer)?.percent ?? null;
        const count = shown?.[index] ?? 'few';
        const share = people === null || typeof count !== 'number' ? null : (100 * count) / people;
        return { id: answer, label, count, share, area, compared: compared(count, people, area) };
      }),
    };
  });
}

/**
 * Fewer where less than four fifths of the area's share has been heard, more where it is over five fourths: nearer
 * than that, a few more people would change it. Of an answer that few gave only what is certain from its being few.
 */
function compared(count: Shown, people: number | null, area: number | null): AnswerShown['compared'] {
  if (people === null || area === null || count === 'hidden') return null;
  const share = (100 * (count === 'few' ? FEWEST - 1 : count)) / people;
  if (share < area * 0.8) return 'fewer';
  if (count === 'few') return null;
  return share > area * 1.25 ? 'more' : 'alike';
}

/** As the newest flow asks them; then those, and the choices, that only earlier versions had and people answered. */
export async function questionsOf(
  db: Db,
  consultationId: string,
  newest: Flow | undefined,
): Promise<Equality[]> {
  const earlier: Flow[] = [];
  for (const hash of await versionsDescribed(db, consultationId)) {
    const version = await flowByHash(db, hash);
    if (version !== null) earlier.push(version.flow);
  }
  const questions = new Map<string, Equality>();
  for (const flow of newest === undefined ? earlier : [newest, ...earlier]) {
    for (const step of flow.steps) {
      if (step.kind !== 'equality') continue;
      const known = questions.get(step.id);
      if (known === undefined) questions.set(step.id, { ...step, choices: [...step.choices] });
      else
        known.choices.push(...step.choices.filter(({ id }) => known.choices.every((one) => one.id !== id)));
    }
  }
  return [...questions.values()];
}

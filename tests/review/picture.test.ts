import { describe, expect, test } from 'vitest';
import { flowSchema } from '#flow/schema.ts';
import { compareArea } from '#review/compareArea.ts';
import { pictureOf } from '#review/picture.ts';
import { keepFlow } from '#store/consultations.ts';
import { recordDescription } from '#store/equality.ts';
import { flowOf, NOON } from '#tests/loop/consultation.ts';
import { type Database, databases, emptyDatabase, open } from '#tests/store/databases.ts';
import { testClock, testIds } from '#tests/support/clock.ts';

const consultationId = 'high-street';
const age = {
  kind: 'equality',
  id: 'age',
  ask: { en: 'How old are you?', cy: 'Faint yw eich oed?' },
  why: { en: 'To see who is missing.', cy: 'I weld pwy sydd ar goll.' },
  choices: [
    { id: 'young', label: { en: 'Under 25', cy: 'O dan 25' } },
    { id: 'middle', label: { en: '25 to 64', cy: '25 i 64' } },
    { id: 'old', label: { en: '65 or over', cy: '65 neu hŷn' } },
  ],
};

async function town(database: Database) {
  const store = await open(await emptyDatabase(database));
  const newId = testIds('picture');
  const before = flowOf();
  const flow = flowSchema.parse({ ...before, steps: [age, ...before.steps] });
  await store.turn((tx) => keepFlow(tx, { hash: 'v1', flow }, NOON, newId));
  let people = 0;
  const say = async (answer: string | null, times: number, more: { question?: string } = {}) => {
    for (let time = 0; time < times; time += 1) {
      people += 1;
      const described = { residentId: `resident-${people}`, consultationId, flowHash: 'v1', at: people };
      await store.turn((tx) =>
        recordDescription(tx, { ...described, question: more.question ?? 'age', answer }),
      );
    }
  };
  const picture = async () => {
    const [question] = await pictureOf(store.read, consultationId, flow);
    return { people: question?.people, answers: question?.answers.map(({ id, count }) => [id, count]) };
  };
  return { store, flow, newId, say, picture };
}

describe.each(databases)('who has been heard, on %s', (database) => {
  test('nothing under ten people, and then only in tens: one more person changes nothing', async () => {
    const { say, picture } = await town(database);
    await say('young', 9);
    expect((await picture()).people).toBeNull();
    await say('old', 11);
    await say('middle', 10);
    const thirty = await picture();
    expect(thirty).toEqual({
      people: 30,
      answers: [
        ['young', 'few'],
        ['middle', 'hidden'],
        ['old', 11],
      ],
    });
    await say('young', 9);
    expect(await picture()).toEqual(thirty);
    await say('middle', 1);
    expect((await picture()).people).toBe(40);
  });

  test('those who would rather not say are not ten people who said something', async () => {
    const { say, picture } = await town(database);
    await say(null, 15);
    await say('old', 5);
    expect((await picture()).people).toBeNull();
  });

  test('what an earlier version asked is still there, under the words that it was asked in', async () => {
    const { store, flow, newId, say } = await town(database);
    await say('old', 10);
    const steps = flow.steps.filter(({ kind }) => kind !== 'equality');
    const newest = { ...flow, steps };
    await store.turn((tx) => keepFlow(tx, { hash: 'v2', flow: newest }, NOON + 1, newId));
    const [question] = await pictureOf(store.read, consultationId, newest);
    expect(question?.ask.en).toBe('How old are you?');
    expect(await pictureOf(store.read, 'another', newest)).toEqual([]);
  });

  test('is compared with who lives here, and a small answer only as far as its being small says', async () => {
    const { store, flow, newId, say } = await town(database);
    await say('young', 4);
    await say('middle', 60);
    await say('old', 36);
    const desk = { store, clock: testClock(NOON), newId };
    const by = { consultationId, question: 'age', officerId: 'officer' };
    const compare = async (shares: Record<string, number>) => {
      const given = Object.entries(shares).map(([answer, percent]) => ({ answer, percent }));
      await compareArea(desk, { ...by, shares: given });
      const [question] = await pictureOf(store.read, consultationId, flow);
      return question?.answers.map(({ compared }) => compared);
    };
    expect(await compare({ young: 25, middle: 50, old: 25 })).toEqual(['fewer', 'alike', null]);
    // Nine of a hundred would be enough of ten in a hundred: nothing certain can be said.
    expect(await compare({ young: 10, middle: 40 })).toEqual([null, 'more', null]);
    const audit = await store.read.selectFrom('audit').select(['action', 'subject', 'detail']).execute();
    expect(audit[0]).toEqual({
      action: 'areaShares.changed',
      subject: 'consultations/high-street',
      detail: '{"question":"age","answers":3}',
    });
  });
});

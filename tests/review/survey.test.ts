import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { eraseNow } from '#people/eraseNow.ts';
import { otherWords, takeSurvey } from '#review/surveyFile.ts';
import { surveyMap } from '#review/surveyMap.ts';
import { services as build } from '#services.ts';
import { council } from '#tests/conversation/council.ts';
import { databases, emptyDatabase } from '#tests/store/databases.ts';
import { linesOf, reports } from './surveyed.ts';
import { highStreet } from './typed-in.ts';

const header = 'Ref,What would you change?,Who';

async function survey(database: (typeof databases)[number] = 'sqlite') {
  const town = await council(database);
  const { services } = town;
  const read = (content: string, given: Parameters<typeof linesOf>[2] = {}) =>
    linesOf(services, content, given);
  const take = (content: string, given: Parameters<typeof linesOf>[2] = {}) => {
    const { lines, problems } = read(content, given);
    expect(problems).toEqual([]);
    return takeSurvey(services, highStreet(services), lines, () => {});
  };
  return { ...town, take, readFile: read };
}

describe.each(databases)('another survey, on %s', (database) => {
  test('becomes whole responses that wait for themes, each once, with people told apart', async () => {
    const { take, services, responses, counts, queued } = await survey(database);
    expect(await take(reports)).toEqual({ kept: 200, before: 0, care: 0 });
    expect(await take(reports)).toEqual({ kept: 0, before: 200, care: 0 });
    expect(await counts()).toMatchObject({
      ...{ residents: 80, conversations: 80, addresses: 0, messages: 200, responses: 200 },
    });
    const all = await responses();
    expect(new Set(all.map(({ text }) => text)).size).toBe(200);
    expect(all[0]).toMatchObject({
      ...{ channel: 'byHand', state: 'complete', stepId: 'change', review: 'new', themedAt: null },
    });
    expect(await services.themer.themePending()).toBe(200);
    expect(await queued()).toEqual([]);
  });

  test('a person in danger or a child is a case, and all that they say is held, later lines too', async () => {
    const { take, read, responses } = await survey(database);
    const first = `${header}\n1,Benches please,ann\n2,I want to kill myself,ann\n3,I am 9 years old,ben\n4,You idiots,cat`;
    expect(await take(first)).toEqual({ kept: 4, before: 0, care: 2 });
    await take(`${header}\n5,And trees,ann\n6,And trees,dan`);
    const cases = await read.selectFrom('cases').select('kind').orderBy('kind').execute();
    expect(cases.map(({ kind }) => kind)).toEqual(['child', 'safeguarding']);
    expect((await responses()).map(({ text, held }) => [text, held]).toSorted()).toEqual([
      ['And trees', 0],
      ['And trees', 1],
      ['Benches please', 1],
      ['I am 9 years old', 1],
      ['I want to kill myself', 1],
      ['You idiots', 0],
    ]);
  });

  test('whoever was forgotten does not come back with the same file, and may answer anew', async () => {
    const { take, services, read, counts } = await survey(database);
    await take(`${header}\n1,Benches,ann\n2,Trees,ann`);
    const { id: residentId } = await read.selectFrom('residents').select('id').executeTakeFirstOrThrow();
    await eraseNow(services, { residentId, officerId: null });
    await services.eraseDue();
    expect(await counts()).toMatchObject({ residents: 0, responses: 0 });
    expect(await take(`${header}\n1,Benches,ann\n2,Trees,ann\n3,Shade,ann`)).toMatchObject({
      kept: 1,
      before: 2,
    });
    expect(await counts()).toMatchObject({ residents: 1, responses: 1 });
  });
});

test('killed in the midst and run again, every line is there exactly once', async () => {
  const { dataDir } = await emptyDatabase('sqlite');
  const script = fileURLToPath(new URL('./survey-dying.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir]);
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  const services = await build(
    readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    createLogger('silent'),
  );
  try {
    const texts = async () =>
      (await services.store.read.selectFrom('responses').select('text').execute()).map(({ text }) => text);
    const before = (await texts()).length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(200);
    const { lines } = linesOf(services, reports);
    const done = await takeSurvey(services, highStreet(services), lines, () => {});
    expect(done).toEqual({ kept: 200 - before, before, care: 0 });
    expect((await texts()).toSorted()).toEqual(lines.map(({ entry }) => entry.answers[0]?.text).toSorted());
    const people = await services.store.read.selectFrom('residents').select('id').execute();
    expect(people).toHaveLength(80);
  } finally {
    await services.close();
  }
});

test('without ids equal lines are two people’s, however the file is sorted or grows', async () => {
  const { take } = await survey();
  const pairs = ['text=Said'];
  expect(await take('Said\nBenches\nTrees\nBenches', { pairs })).toMatchObject({ kept: 3 });
  expect(await take('Said\nShade\nBenches\nBenches\nTrees\nBenches', { pairs })).toEqual({
    ...{ kept: 2, before: 3, care: 0 },
  });
});

test('dates, languages and consent are read, and nothing else of the file is kept', async () => {
  const { take, read, responses } = await survey();
  const pairs = ['text=Said', 'date=When', 'language=In', 'quote=May we?'];
  const file =
    'Said,When,In,May we?,Email\nMeinciau,18/11/2026,Welsh,Yes,a@example.org\nBenches,,,no,b@example.org';
  await take(file, { pairs });
  expect((await responses()).map(({ text, language }) => [text, language])).toEqual([
    ['Meinciau', 'cy'],
    ['Benches', 'en'],
  ]);
  const entries = await read.selectFrom('handEntries').select(['how', 'onDay']).orderBy('onDay').execute();
  expect(entries).toEqual([
    { how: 'survey', onDay: '2026-11-18' },
    { how: 'survey', onDay: '2026-11-20' },
  ]);
  const consents = await read.selectFrom('consents').select(['kind', 'granted']).orderBy('granted').execute();
  expect(consents).toEqual([
    { kind: 'quote', granted: 0 },
    { kind: 'quote', granted: 1 },
  ]);
  for (const table of ['messages', 'responses', 'conversations', 'addresses', 'residents'] as const)
    expect(JSON.stringify(await read.selectFrom(table).selectAll().execute())).not.toContain('example.org');
});

test('several questions on a line are one person’s answers, and questions passed over are none', async () => {
  const { take, readFile, counts, responses } = await survey();
  const pairs = ['answer:now=Q1', 'answer:change=Q2'];
  const file = 'Q1,Q2\nDark,Lamps\n,Trees\n  ,';
  expect(readFile(file, { pairs }).empty).toBe(1);
  await take(file, { pairs });
  expect(await counts()).toMatchObject({ residents: 2, responses: 3 });
  expect((await responses()).map(({ stepId, text }) => `${stepId} ${text}`).toSorted()).toEqual([
    'change Lamps',
    'change Trees',
    'now Dark',
  ]);
});

test('what is wrong is said by line and column, all of it, and no word is quoted', async () => {
  const { readFile } = await survey();
  const pairs = ['text=Said', 'id=Ref', 'date=When', 'language=In', 'quote=Quote'];
  const file = [
    'Ref,Said,When,In,Quote',
    '1,Secret words,2026-11-01,en,yes',
    '1,Secret words,2026-11-01,en,yes',
    ',Secret words,2026-11-01,en,yes',
    '4,Secret words,secretly,Secret,secret',
    `5,${'Secret '.repeat(3000)},2026-11-30,en,`,
    '6,Secret words,2026-11-01,en,yes,more',
  ].join('\n');
  const { problems } = readFile(file, { pairs });
  expect(problems.map(({ line, column }) => `${line} ${column}`).toSorted()).toEqual(
    ['3 Ref', '4 Ref', '5 In', '5 Quote', '5 When', '6 Said', '6 When', '7 null'].toSorted(),
  );
  expect(problems.map(({ text }) => text).join(' ')).not.toMatch(/secret/i);
});

test('an id with other words is another survey’s or was changed, and never passed over in silence', async () => {
  const { take, readFile, services } = await survey();
  await take(`${header}\n1,Benches,ann`);
  const wrong = async (content: string, source = '') => {
    const { lines, map } = readFile(content, { source });
    return (await otherWords(services.store.read, lines, map)).map(({ line }) => line);
  };
  const other = `${header}\n1,Benches,ann\n2,Trees,ann`;
  expect(await wrong(other)).toEqual([]);
  expect(await wrong(other.replace('Benches', 'Shade'))).toEqual([2]);
  expect(await wrong(other.replace('Benches', 'Shade'), 'library')).toEqual([]);
  expect(await take(other.replace('Benches', 'Shade'), { source: 'library' })).toMatchObject({ kept: 2 });
});

test.each([
  [['text'], /write it as text="Name of the column"/],
  [['text=Nothing'], /There is no column "Nothing"\. There are "Ref", "Said", "Said2", "Twice", "Twice"\./],
  [['colour=Said'], /There is no "colour" to map\. Write one of text, answer:STEP, id, person, date/],
  [['answer:tea=Said'], /no open question tea\. There are now, change/],
  [['text=Said', 'answer:change=Said2'], /Two columns are mapped to the question change/],
  [['text=Said', 'id=Ref', 'id=Said2'], /id is mapped twice/],
  [['text=Twice'], /There are 2 columns "Twice"/],
])('%j is refused with a reason', async (pairs, says) => {
  const { services } = await council('sqlite');
  const columns = ['Ref', 'Said', 'Said2', 'Twice', 'Twice'];
  expect(surveyMap(columns, pairs, highStreet(services).flow, 'change')).toEqual({
    wrong: [expect.stringMatching(says)],
  });
});

test('columns that are called like what they hold need no map', async () => {
  const { services } = await council('sqlite');
  const found = surveyMap(
    ['ID', 'Text', 'Date', 'colour', 'answer-now'],
    [],
    highStreet(services).flow,
    'change',
  );
  expect(found).toEqual({
    map: {
      answers: [
        { stepId: 'change', column: 'Text' },
        { stepId: 'now', column: 'answer-now' },
      ],
      ...{ id: 'ID', date: 'Date', person: null, language: null, quote: null },
    },
  });
});

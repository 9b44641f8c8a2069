import { expect, test } from 'vitest';
import { accept } from '#review/decide.ts';
import { move, otherQuestions } from '#review/move.ts';
import { readResponse } from '#review/reading.ts';
import { responseById } from '#store/responses-read.ts';
import { responsesToTheme } from '#store/to-theme.ts';
import { startApp } from '#tests/support/app.ts';
import { officerOf } from '#tests/web/officer.ts';
import { said, suggested } from '#tests/web/said.ts';
import { answersAmong } from '#theming/control/answers.ts';

async function desk() {
  const app = await startApp();
  const { services } = app;
  const { id: officerId } = await officerOf(app, 'reviewer');
  const responseId = await said(app, 'The pavement is broken.\nAnd it is dark.', { stepId: 'afterwards' });
  const flow = services.flows.current.get('high-street')?.flow;
  const step = (kind: 'open' | 'whoElse') => flow?.steps.find((one) => one.kind === kind)?.id ?? '';
  const look = async (id = responseId) => {
    const response = await responseById(services.store.read, id);
    if (response === undefined) throw new Error('It is gone.');
    return response;
  };
  return { app, services, officerId, responseId, flow, step, look };
}

test('an answer goes to the question it answers: same words, decisions kept, suggestions made again', async () => {
  const { app, services, officerId, responseId, step, look } = await desk();
  const { id: decided } = await suggested(app, responseId, 0, 'The pavement is broken');
  await suggested(app, responseId, 1, 'it is dark');
  await accept(services, { responseId, codingId: decided, officerId });
  const before = await look();
  expect(await move(services, { responseId, stepId: step('open'), officerId })).toBe(true);
  expect(await look()).toEqual({ ...before, stepId: step('open'), themedAt: null });
  const reading = await readResponse(services.store.read, responseId);
  expect(reading?.suggestions.map(({ decision }) => decision)).toEqual(['accepted']);
  expect(reading?.messages).toHaveLength(2);
  expect(await responsesToTheme(services.store.read, 10)).toMatchObject([{ id: responseId }]);
  const audit = await services.store.read
    .selectFrom('audit')
    .select(['officerId', 'detail'])
    .where('action', '=', 'response.moved')
    .execute();
  expect(audit).toEqual([
    { officerId, detail: `{"from":"afterwards","to":"${step('open')}","suggestionsDropped":1}` },
  ]);
});

test('under "who else" it is kept out of theming, and comes back in under another question', async () => {
  const { services, officerId, responseId, step, look } = await desk();
  await move(services, { responseId, stepId: step('whoElse'), officerId });
  expect((await look()).whoElse).toBe(1);
  // It is read for what else it says, and for no theme.
  const read = await responsesToTheme(services.store.read, 10);
  const nothing = { codes: new Map(), named: new Map(), officers: [] };
  expect([...(await answersAmong(services.store.read, read, nothing))]).toEqual([]);
  await move(services, { responseId, stepId: step('open'), officerId });
  expect((await look()).whoElse).toBe(0);
  expect(await responsesToTheme(services.store.read, 10)).toHaveLength(1);
});

test('not to where it is, to no question, while somebody writes, nor as a reply to an outcome', async () => {
  const { app, services, officerId, responseId, flow, step, look } = await desk();
  const to = (id: string, stepId: string) => move(services, { responseId: id, stepId, officerId });
  expect(await to('none', step('open'))).toBe(false);
  expect(await to(responseId, 'thanks')).toBe(false);
  expect(await to(responseId, 'afterwards')).toBe(false);
  const writing = await said(app, 'I think', { state: 'listening' });
  const reply = await said(app, 'Thank you', { outcomeId: 'an-outcome' });
  for (const id of [writing, reply]) expect(await to(id, step('whoElse'))).toBe(false);
  expect(otherQuestions(flow, await look(writing))).toEqual([]);
  expect(otherQuestions(undefined, await look())).toEqual([]);
  const here = await said(app, 'Benches.', { stepId: step('open') });
  expect(otherQuestions(flow, await look(here)).map(({ id }) => id)).not.toContain(step('open'));
});

import { describe, expect, it } from 'vitest';
import { closeCase } from '#cases/close.ts';
import { complaintAbout } from '#review/complaintAbout.ts';
import { addControl, controlDecisions } from '#review/control.ts';
import { move } from '#review/move.ts';
import { openCase } from '#store/cases.ts';
import { countQueue } from '#store/controls.ts';
import { insertOfficer } from '#store/officers.ts';
import { holdResponses } from '#store/responses-change.ts';
import { decidedResponses, undecidedTexts } from '#store/to-theme.ts';
import { waiting } from '#store/waiting.ts';
import { council, phone } from '#tests/conversation/council.ts';

const DAY = 24 * 60 * 60 * 1000;
type Here = Awaited<ReturnType<typeof council>>;

/** One more person answers; what they wrote is whole, and read where `read` says so. */
async function answer(here: Here, number: number, text: string, read = true) {
  await here.say(phone(number), 'high street');
  await here.say(phone(number), text);
  here.clock.advance(200_000);
  await here.services.wake();
  if (read) await here.services.themer.themePending();
  const response = (await here.responses()).find((one) => one.text === text);
  if (response === undefined) throw new Error('Nobody said that.');
  return response;
}

function controls(here: Here, responseId: string) {
  return here.read
    .selectFrom('controls')
    .selectAll()
    .where('responseId', '=', responseId)
    .orderBy('startAt')
    .execute();
}

const codesOf = async (here: Here, id: string) => (await controls(here, id)).map(({ code }) => code);

async function themesOf(here: Here, responseId: string) {
  const rows = await here.read
    .selectFrom('codings')
    .select('id')
    .where('responseId', '=', responseId)
    .execute();
  return rows.length;
}

const desk = { officerId: 'officer' };

describe.each(['sqlite', 'postgres'] as const)('control codes, on %s', (dialect) => {
  it('stand beside themes, each with the sentence that says it', async () => {
    const here = await council(dialect);
    const text =
      'Thanks for asking. The last bus home is at half five and it never turns up. When will the library reopen?';
    const { id } = await answer(here, 1, text);
    const rows = await controls(here, id);
    expect(rows.map(({ code, startAt, endAt }) => [code, text.slice(startAt ?? 0, endAt ?? 0)])).toEqual([
      ['gratitude', 'Thanks for asking.'],
      ['question', 'When will the library reopen?'],
    ]);
    expect(rows.map(({ source, decision }) => [source, decision])).toEqual([
      ['machine', 'suggested'],
      ['machine', 'suggested'],
    ]);
    expect(await themesOf(here, id)).toBeGreaterThan(0);
    expect((await waiting(here.read)).queue).toBe(1);
  });

  it('keep what answers nothing out of themes until an officer says that it is an answer', async () => {
    const here = await council(dialect);
    const { id } = await answer(here, 1, 'no idea, sorry');
    expect(await codesOf(here, id)).toEqual(['notAnAnswer']);
    expect(await themesOf(here, id)).toBe(0);
    expect((await waiting(here.read)).unthemed).toBe(0);
    expect((await undecidedTexts(here.read, 'high-street', 10)).map(({ text }) => text)).toEqual([]);

    const [control] = await controls(here, id);
    const given = { ...desk, responseId: id, controlId: control?.id ?? '' };
    expect(await controlDecisions.reject(here.services, given)).toBe(true);
    expect((await waiting(here.read)).unthemed).toBe(1);
    expect((await undecidedTexts(here.read, 'high-street', 10)).map(({ text }) => text)).toEqual([
      'no idea, sorry',
    ]);
    await here.services.themer.themePending();
    expect((await controls(here, id)).map(({ decision }) => decision)).toEqual(['rejected']);

    const bus = await answer(here, 2, 'The last bus home is at half five and it never turns up.');
    expect(await themesOf(here, bus.id)).toBeGreaterThan(0);
    const add = { ...desk, responseId: bus.id, code: 'notAnAnswer' as const, detail: null };
    expect(await addControl(here.services, add)).toBe(true);
    expect(await themesOf(here, bus.id)).toBe(0);
    expect(await decidedResponses(here.read, 'high-street')).toEqual([]);
  });

  it('are read again when an answer grows or moves; what was dealt with waits again only for more', async () => {
    const here = await council(dialect);
    const { id } = await answer(here, 1, 'no comment');
    const grow = async (text: string) => {
      await here.services.store.turn(({ db }) =>
        db
          .updateTable('responses')
          .set({ text, themedAt: null, review: 'new' })
          .where('id', '=', id)
          .execute(),
      );
      await here.services.themer.themePending();
    };
    await grow('no comment\nwhen will the library reopen?');
    expect(await codesOf(here, id)).toEqual(['question']);
    const [control] = await controls(here, id);
    const given = { ...desk, responseId: id, controlId: control?.id ?? '' };
    expect(await controlDecisions.handle(here.services, given)).toBe(true);
    expect((await countQueue(here.read, null)).get('question')).toBeUndefined();
    await grow('no comment\nwhen will the library reopen?\nand more benches');
    expect((await countQueue(here.read, null)).get('question')).toBeUndefined();
    await grow('no comment\nwhen will the library reopen?\nand more benches\nWho do I ask about damp?');
    expect((await countQueue(here.read, null)).get('question')).toBe(1);

    const version = here.services.flows.current.get('high-street');
    const steps = version?.flow.steps.filter(({ kind }) => kind === 'open') ?? [];
    const other = steps.find((step) => step.id !== 'tell-me' && step.id !== steps[0]?.id) ?? steps[1];
    if (other !== undefined) await move(here.services, { ...desk, responseId: id, stepId: other.id });
    await here.services.themer.themePending();
    expect(await codesOf(here, id)).toEqual(['question']);
  });

  it('open a case at once for a complaint about data or a person, due within a month, and only once', async () => {
    const here = await council(dialect);
    const { id } = await answer(
      here,
      1,
      'Who gave you my number? The woman on reception at the housing office was rude to me.',
    );
    const cases = () =>
      here.read
        .selectFrom('cases')
        .select(['kind', 'category', 'messageId', 'dueAt', 'createdAt'])
        .orderBy('category')
        .execute();
    const opened = await cases();
    expect(opened.map(({ kind, category }) => [kind, category])).toEqual([
      ['complaint', 'dataProtection'],
      ['complaint', 'person'],
    ]);
    for (const { messageId, dueAt, createdAt } of opened) {
      expect(messageId).not.toBeNull();
      expect(Number(dueAt) - Number(createdAt)).toBeLessThanOrEqual(28 * DAY);
    }
    await here.services.store.turn(({ db }) =>
      db.updateTable('responses').set({ themedAt: null }).where('id', '=', id).execute(),
    );
    await here.services.themer.themePending();
    expect(await cases()).toHaveLength(2);
    await answer(here, 2, 'I want to complain about your service');
    await answer(here, 3, 'Can somebody ring me about this?');
    expect(await cases()).toHaveLength(2);
    const counts = await countQueue(here.read, 'high-street');
    expect([counts.get('complaint'), counts.get('needsPerson')]).toEqual([2, 1]);
  });

  it('open the case of a complaint that says nothing of whom, once an officer says so', async () => {
    const here = await council(dialect);
    await here.services.store.turn(async ({ db }) => {
      for (const [id, name] of [
        ['sandra', 'Sandra Pugh'],
        ['officer', 'Olwen Officer'],
      ] as const)
        await insertOfficer(db, {
          ...{ id, name, email: `${id}@example.org`, role: 'reviewer', password: null },
          ...{ createdAt: 0, disabledAt: null },
        });
    });
    const ids = [];
    for (const [number, more] of ['', ' again'].entries())
      ids.push((await answer(here, number + 1, `I want to complain about your service${more}`)).id);
    const cases = () => here.read.selectFrom('cases').select(['kind', 'category']).execute();
    expect(await cases()).toEqual([]);
    const [one = '', other = ''] = ids;
    const about = { ...desk, responseId: one, aboutId: 'sandra', isAbout: true };
    expect(await complaintAbout(here.services, about)).toBe(true);
    expect(await cases()).toEqual([{ kind: 'complaint', category: 'person' }]);
    const add = { ...desk, responseId: other, code: 'complaint', detail: 'dataProtection' } as const;
    expect(await addControl(here.services, add)).toBe(true);
    expect((await cases()).map(({ category }) => category).toSorted()).toEqual(['dataProtection', 'person']);
    for (const [id, detail] of [
      [one, 'person'],
      [other, 'dataProtection'],
    ] as const)
      expect(await controls(here, id)).toMatchObject([{ code: 'complaint', detail, decision: 'accepted' }]);
  });

  it('are not written for what a safeguarding case holds until a person releases it', async () => {
    const here = await council(dialect);
    const { id, conversationId } = await answer(here, 1, 'When will the library reopen?', false);
    const caseId = here.services.newId();
    await here.services.store.turn(async (tx) => {
      await holdResponses(tx.db, conversationId ?? '');
      await openCase(tx, {
        ...{ id: caseId, kind: 'safeguarding', category: 'selfHarm', residentId: null, messageId: null },
        ...{ conversationId, createdAt: here.clock.now(), dueAt: here.clock.now() },
      });
    });
    await here.services.themer.themePending();
    expect([await codesOf(here, id), await themesOf(here, id)]).toEqual([[], 0]);
    expect((await waiting(here.read)).queue).toBe(0);
    await closeCase(here.services, { caseId, officerId: 'officer', release: true });
    await here.services.themer.themePending();
    expect(await codesOf(here, id)).toEqual(['question']);
  });

  it('leave the queue while a case holds their answer', async () => {
    const here = await council(dialect);
    const { conversationId } = await answer(here, 1, 'When will the library reopen?');
    expect((await waiting(here.read)).queue).toBe(1);
    await here.services.store.turn(({ db }) => holdResponses(db, conversationId ?? ''));
    expect((await waiting(here.read)).queue).toBe(0);
  });
});

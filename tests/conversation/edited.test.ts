import { describe, expect, it } from 'vitest';
import { closeCase } from '#cases/close.ts';
import { addOfficer } from '#people/officers.ts';
import { complaintAbout } from '#review/complaintAbout.ts';
import { controlDecisions } from '#review/control.ts';
import { readResponse } from '#review/reading.ts';
import { seenAmong } from '#review/seen.ts';
import { listCases } from '#store/cases-read.ts';
import { countQueue } from '#store/controls.ts';
import { hiddenFrom } from '#store/hidden.ts';
import { insertOfficer } from '#store/officers.ts';
import { setReviewed } from '#store/responses-read.ts';
import { council, phone } from './council.ts';

const someone = phone(1);
const pause = 10 * 60_000;

describe.each(['sqlite', 'postgres'] as const)(
  'words that were changed where they were sent, on %s',
  (dialect) => {
    it('are heard beside the first ones while the answer is listened to, and once', async () => {
      const { say, responses, read } = await council(dialect);
      await say(someone, 'high street', { providerId: '1' });
      await say(someone, 'The kurb is high', { providerId: '2' });
      await say(someone, 'The kerb is high', { providerId: '2', edit: true });
      await say(someone, 'The kerb is high', { providerId: '2', edit: true });
      expect((await responses()).map(({ text }) => text)).toEqual(['The kurb is high\nThe kerb is high']);
      const kept = await read.selectFrom('messages').select('state').orderBy('id').execute();
      expect(kept.map(({ state }) => state)).toEqual(['handled', 'handled', 'handled', 'ignored']);
    });

    it('never answer what has been asked since, and are kept', async () => {
      const { say, services, clock, responses, counts, read } = await council(dialect);
      await say(someone, 'high street', { providerId: '1' });
      await say(someone, 'The kerb is high', { providerId: '2' });
      clock.advance(pause);
      await services.wake();
      const before = await counts();
      await say(someone, 'yes', { providerId: '2', edit: true });
      expect(await counts()).toEqual({ ...before, messages: (before.messages ?? 0) + 1 });
      expect((await responses()).map(({ text }) => text)).toEqual(['The kerb is high']);
      expect(await read.selectFrom('consents').selectAll().execute()).toEqual([]);
      const words = await read.selectFrom('messages').select('text').where('state', '=', 'ignored').execute();
      expect(words).toEqual([{ text: 'yes' }]);
    });

    it('are shown beside the answer that they belong to, which is to be reviewed again', async () => {
      const { say, services, clock, responses } = await council(dialect);
      const { store } = services;
      await say(someone, 'high street', { providerId: '1' });
      await say(someone, 'The kerb is high', { providerId: '2' });
      clock.advance(pause);
      await services.wake();
      const [{ id } = { id: '' }] = await responses();
      await store.turn(({ db }) => setReviewed(db, id, { officerId: 'ann', at: clock.now() }));
      const shown = async () => {
        const reading = await readResponse(store.read, id);
        return [reading?.response.review, ...(reading?.edits ?? []).map(({ text }) => text)];
      };
      // A link that is shown with its picture is an edit as well, and no word is another.
      await say(someone, 'The kerb is high', { providerId: '2', edit: true });
      expect(await shown()).toEqual(['reviewed']);
      await say(someone, 'The kerb is low', { providerId: '2', edit: true });
      expect(await shown()).toEqual(['new', 'The kerb is low']);
    });

    it('are read for what they say besides themes, and what was dealt with before waits again', async () => {
      const { say, services, clock, responses, read } = await council(dialect);
      const { store } = services;
      await store.turn(({ db }) =>
        insertOfficer(db, {
          ...{ id: 'sandra', email: 'sandra@example.org', name: 'Sandra Pugh', role: 'reviewer' },
          ...{ password: null, createdAt: 0, disabledAt: null },
        }),
      );
      await say(someone, 'high street', { providerId: '1' });
      await say(someone, 'The kerb is high', { providerId: '2' });
      clock.advance(pause);
      await services.wake();
      await services.themer.themePending();
      const [{ id } = { id: '' }] = await responses();
      const cases = () => read.selectFrom('cases').select(['id', 'category', 'messageId']).execute();
      const codes = () => read.selectFrom('controls').selectAll().where('responseId', '=', id).execute();
      expect([await codes(), await cases()]).toEqual([[], []]);

      const edit = async (words: string) => {
        clock.advance(1000);
        await say(someone, words, { providerId: '2', edit: true });
        clock.advance(1000);
        await services.themer.themePending();
      };
      await edit('The kerb is high. When will you mend it?');
      await edit('The kerb is high. Sandra Pugh was rude to me at the housing office.');
      const found = await codes();
      expect(found.map(({ code, detail, startAt }) => [code, detail, startAt]).toSorted()).toEqual([
        ['complaint', 'person', null],
        ['question', null, null],
      ]);
      const [opened, ...others] = await cases();
      expect([opened?.category, others]).toEqual(['person', []]);
      const words = await read
        .selectFrom('messages')
        .select('text')
        .where('id', '=', opened?.messageId ?? '')
        .executeTakeFirstOrThrow();
      expect(words.text).toContain('Sandra Pugh');
      const about = await read.selectFrom('complaintAbout').select(['officerId', 'decision']).execute();
      expect(about).toEqual([{ officerId: 'sandra', decision: 'suggested' }]);

      const by = { responseId: id, officerId: 'officer' };
      for (const { id: controlId } of found) await controlDecisions.handle(services, { ...by, controlId });
      await closeCase(services, { caseId: opened?.id ?? '', officerId: 'officer', release: false });
      clock.advance(1000);
      await edit('The kerb is high. Sandra Pugh was rude to me again at the housing office.');
      expect((await countQueue(read, null)).get('complaint')).toBe(1);
      expect((await countQueue(read, null)).get('question')).toBeUndefined();
      expect(await cases()).toHaveLength(2);
    });

    it('are no complaint made again where only a spelling or another sentence was put right', async () => {
      const town = await heard(dialect, 'The kerb is high');
      const { edit, read } = town;
      const rude = 'Sandra Pugh was rude to me at the housing office.';
      await edit(`The kurb is high. ${rude.replace('housing', 'houssing')}`);
      await town.dealtWith();
      const before = await town.standing();
      expect(before).toMatchObject({ queue: undefined, cases: 1, sandra: 'rejected' });

      await edit(`The kerb is high. ${rude.replace('housing', 'houssing')}`);
      expect(await town.standing()).toEqual(before);
      await edit(`The kerb is high. ${rude}`);
      expect(await town.standing()).toEqual(before);
      await edit(`The kerb is high. ${rude} Sandra Pugh shouted at me on Monday, too.`);
      expect(await town.standing()).toEqual({ queue: 1, cases: 2, sandra: 'suggested' });
      const codes = await read.selectFrom('controls').select(['code', 'detail']).execute();
      expect(codes).toEqual([{ code: 'complaint', detail: 'person' }]);
    });

    it('are read on to where the answer ends, so that nothing in it counts twice', async () => {
      const rude = 'Sandra Pugh was rude to me at the housing office.';
      const town = await heard(dialect, rude);
      await town.dealtWith();
      const id = await town.id();
      const text = `${rude}\nThe kerb is high`;
      await town.services.store.turn(({ db }) =>
        db.updateTable('responses').set({ text, themedAt: null }).where('id', '=', id).execute(),
      );
      await town.edit(`${rude} I complain about Sandra Pugh.`);
      expect((await town.standing()).queue).toBe(1);
      expect((await town.control()).readTo).toBe(text.length);
    });

    it('leave alone what an officer has agreed to and not yet dealt with', async () => {
      const town = await heard(dialect, 'Sandra Pugh was rude to me at the housing office.');
      const { id: controlId, responseId } = await town.control();
      await controlDecisions.accept(town.services, { responseId, officerId: 'admin', controlId });
      const before = await town.control();
      await town.edit('Sandra Pugh was rude to me at the housing office. I complain about Sandra Pugh.');
      expect(await town.control()).toEqual(before);
      expect((await town.standing()).queue).toBe(1);
    });

    it('do not bring back a complaint that was turned down, unless they complain', async () => {
      const town = await heard(dialect, 'Sandra Pugh was rude to me at the housing office.');
      await town.dealtWith('reject');
      const thanks =
        'Sandra Pugh was rude to me at the housing office. Thank you, Sandra Pugh, for ringing back.';
      await town.edit(thanks);
      expect(await town.standing()).toMatchObject({ queue: undefined, cases: 1 });
      await town.edit(`${thanks} But now I want to complain about Sandra Pugh.`);
      expect(await town.standing()).toMatchObject({ queue: 1, cases: 2 });
    });

    it('are hidden from whom they name, with the case that they open, until an admin says otherwise', async () => {
      const town = await heard(dialect, 'The kerb is high');
      const { services, read, clock, say } = town;
      const sandra = { id: 'sandra', role: 'reviewer' } as const;
      const id = await town.id();
      await services.store.turn(({ db }) =>
        db.updateTable('responses').set({ themedAt: null }).where('id', '=', id).execute(),
      );
      clock.advance(1000);
      await say(someone, 'Sandra Pugh was rude to me at the housing office.', {
        providerId: '2',
        edit: true,
      });
      // Nothing has read it yet.
      expect((await hiddenFrom(services.store, sandra))?.responses).toEqual([id]);
      clock.advance(1000);
      await services.themer.themePending();
      const [opened] = await listCases(read, 'open', 10);
      expect(opened?.responseId).toBe(id);
      const hidden = await hiddenFrom(services.store, sandra);
      expect(hidden?.cases).toEqual([opened?.id]);
      expect(hidden?.messages).toContain(opened?.messageId);
      const about = { responseId: id, officerId: 'admin', aboutId: 'sandra', isAbout: false };
      await complaintAbout(services, about);
      expect(await hiddenFrom(services.store, sandra)).toBeNull();
    });

    it('are looked through for whoever comes to work here later', async () => {
      const town = await heard(dialect, 'The kerb is high');
      await town.edit('I want to complain about Rhys Morgan.');
      const rhys = { email: 'rhys@example.org', name: 'Rhys Morgan', role: 'reviewer' } as const;
      const added = await addOfficer(town.services, rhys, null);
      const about = await town.read.selectFrom('complaintAbout').select(['officerId', 'decision']).execute();
      expect(about).toEqual([{ officerId: added?.id, decision: 'suggested' }]);
    });

    it('change no page that an officer has open where no word is another', async () => {
      const town = await heard(dialect, 'The kerb is high');
      const { read, clock, say } = town;
      const seen = async () => (await seenAmong(read, await town.responses())).get(await town.id());
      const before = await seen();
      await say(someone, 'The kerb is high', { providerId: '2', edit: true });
      expect(await seen()).toBe(before);
      clock.advance(1000);
      await town.edit('The kerb is low');
      expect(await seen()).not.toBe(before);
    });

    it('are obeyed where they say stop, and heard where they tell of danger, whatever they were before', async () => {
      const { say, services, clock, read } = await council(dialect);
      await say(someone, 'high street', { providerId: '1' });
      await say(someone, 'The kerb is high', { providerId: '2' });
      clock.advance(pause);
      await services.wake();
      await say(someone, 'I want to kill myself', { providerId: '2', edit: true });
      const cases = await read.selectFrom('cases').select('kind').execute();
      expect(cases).toEqual([{ kind: 'safeguarding' }]);
      await say(someone, 'STOP', { providerId: '2', edit: true });
      expect(await read.selectFrom('optOuts').selectAll().execute()).toHaveLength(1);
    });
  },
);

/** Somebody said this, it is whole, and it has been read. Sandra Pugh works here, and an admin. */
async function heard(dialect: 'sqlite' | 'postgres', text: string) {
  const here = await council(dialect);
  const { say, services, clock, responses, read } = here;
  await services.store.turn(async ({ db }) => {
    for (const [id, name, role] of [
      ['sandra', 'Sandra Pugh', 'reviewer'],
      ['admin', 'Ffion Admin', 'admin'],
    ] as const)
      await insertOfficer(db, {
        ...{ id, email: `${id}@example.org`, name, role },
        ...{ password: 'set', createdAt: 0, disabledAt: null },
      });
  });
  await say(someone, 'high street', { providerId: '1' });
  await say(someone, text, { providerId: '2' });
  clock.advance(pause);
  await services.wake();
  await services.themer.themePending();
  const id = async () => (await responses())[0]?.id ?? '';
  const control = () =>
    read.selectFrom('controls').selectAll().where('code', '=', 'complaint').executeTakeFirstOrThrow();
  return {
    ...here,
    id,
    control,
    edit: async (words: string) => {
      clock.advance(1000);
      await say(someone, words, { providerId: '2', edit: true });
      clock.advance(1000);
      await services.themer.themePending();
    },
    /** The complaint is handled, its case closed, and it is not about her. */
    dealtWith: async (decide: 'handle' | 'reject' = 'handle') => {
      const by = { responseId: await id(), officerId: 'admin' };
      await complaintAbout(services, { ...by, aboutId: 'sandra', isAbout: false });
      await controlDecisions[decide](services, { ...by, controlId: (await control()).id });
      for (const { id: caseId } of await read.selectFrom('cases').select('id').execute())
        await closeCase(services, { caseId, officerId: 'admin', release: false });
    },
    standing: async () => ({
      queue: (await countQueue(read, null)).get('complaint'),
      cases: (await read.selectFrom('cases').select('id').execute()).length,
      sandra: (await read.selectFrom('complaintAbout').select('decision').executeTakeFirst())?.decision,
    }),
  };
}

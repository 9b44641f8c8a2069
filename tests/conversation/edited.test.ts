import { describe, expect, it } from 'vitest';
import { closeCase } from '#cases/close.ts';
import { controlDecisions } from '#review/control.ts';
import { readResponse } from '#review/reading.ts';
import { countQueue } from '#store/controls.ts';
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

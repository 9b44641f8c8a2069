import { describe, expect, it } from 'vitest';
import { listCases } from '#store/cases-read.ts';
import { countQueue } from '#store/controls.ts';
import { hiddenFrom } from '#store/hidden.ts';
import { insertOfficer } from '#store/officers.ts';
import { countResponses, listResponses, responseById } from '#store/responses-read.ts';
import { themingCounts } from '#store/themes-read.ts';
import { veiled } from '#store/veil.ts';
import { waiting } from '#store/waiting.ts';
import { council, phone } from '#tests/conversation/council.ts';

const all = {
  ...{ consultation: null, theme: null, review: null, channel: null, words: null, abusive: true },
} as const;
const officer = (id: string, name: string) => ({
  ...{ id, name, email: `${id}@example.org`, role: 'reviewer' as const },
  ...{ password: 'set', createdAt: 0, disabledAt: null },
});

describe.each(['sqlite', 'postgres'] as const)('what an officer must not see, on %s', (dialect) => {
  it('is in no list, count or look-up that they read, and in all that others read', async () => {
    const here = await council(dialect);
    const sandra = officer('sandra', 'Sandra Pugh');
    await here.services.store.turn(async ({ db }) => {
      await insertOfficer(db, sandra);
      await insertOfficer(db, officer('other', 'Somebody Else'));
    });
    const texts = ['The buses are late.', 'Sandra Pugh was rude to me at the housing office'];
    for (const [at, text] of texts.entries()) {
      await here.say(phone(at), 'high street');
      await here.say(phone(at), text);
    }
    const id = (await here.responses()).find(({ text }) => text === texts[1])?.id ?? '';
    const look = async (who: typeof sandra) => {
      const hidden = await hiddenFrom(here.services.store, who);
      const { read } = veiled(here.services.store, () => hidden);
      const counted = await themingCounts(read, 'high-street');
      return {
        listed: (await listResponses(read, all, { limit: 10, offset: 0 })).map(({ text }) => text).sort(),
        counted: await countResponses(read, all),
        found: (await responseById(read, id)) !== undefined,
        cases: (await listCases(read, 'open', 10)).length,
        queue: (await countQueue(read, null)).get('complaint') ?? 0,
        themes: counted.responses,
        waiting: (await waiting(read)).responses,
      };
    };
    // While they are still writing, and nothing has read it.
    expect(await look(sandra)).toMatchObject({ listed: [texts[0]], counted: 1, found: false });
    here.clock.advance(200_000);
    await here.services.wake();
    await here.services.themer.themePending();
    expect(await look(sandra)).toEqual({
      ...{ listed: [texts[0]], counted: 1, found: false, cases: 0, queue: 0, themes: 1, waiting: 1 },
    });
    expect(await look(officer('other', 'Somebody Else'))).toEqual({
      ...{ listed: [...texts].sort(), counted: 2, found: true, cases: 1, queue: 1, themes: 2, waiting: 2 },
    });
  });
});

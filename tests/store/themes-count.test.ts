import { expect, test } from 'vitest';
import { countResponses } from '#store/responses-read.ts';
import { listedOfTheme } from '#store/themes-count.ts';
import { countedThemes } from '#store/themes-read.ts';
import { consultation } from '#tests/loop/consultation.ts';
import { databases } from './databases.ts';

test.each(databases)(
  'a theme has as many responses in the list of themes as are listed for it, on %s',
  async (database) => {
    const here = await consultation(database);
    for (const said of [
      {},
      { abusive: true },
      { held: true },
      { decision: 'suggested' },
      { decision: 'suggested', abusive: true },
      { decision: 'suggested', listening: true },
      { decision: 'rejected' },
    ] as const)
      await here.say(await here.resident(), said);
    const { store, theme } = here;
    const all = { consultation: null, review: null, channel: null, words: null, abusive: false };
    const [benches, buses] = await countedThemes(store.read, 'high-street');
    expect(benches).toMatchObject({ id: theme.benches, accepted: 2, suggested: 2 });
    expect(benches).toMatchObject(await listedOfTheme(store.read, theme.benches));
    expect(await countResponses(store.read, { ...all, theme: theme.benches })).toBe(4);
    expect(buses).toMatchObject({ id: theme.buses, accepted: 0, suggested: 0, people: 0 });
    // They hear back about it, whatever they called us.
    expect(benches?.people).toBe(2);
  },
);

import { expect, test } from 'vitest';
import { teacherHere } from '#theming/teacher.ts';
import { threads } from '#workers/threads.ts';

const lessons = {
  themes: [
    { id: 'litter', name: 'The bins are too full', definition: 'Rubbish', examples: [] },
    { id: 'buses', name: 'The bus comes too rarely', definition: 'Late buses', examples: [] },
  ],
  labelled: [{ text: 'Gulls tear the sacks open', themeIds: ['litter'] }],
  unlabelled: [],
};
const said = [{ text: 'Late buses, the bus never comes' }, { text: 'Quite unheard of' }];

test('a classifier in a thread suggests the same as one that is here', async () => {
  const [here, there] = [teacherHere(), threads.teacher(new AbortController().signal)];
  expect(await there.suggest('high-street', said)).toBeNull();
  for (const teacher of [here, there]) {
    await teacher.teach('high-street', lessons);
    await teacher.learn('high-street', { text: 'Late buses again', themeIds: ['buses'] });
  }
  const found = await there.suggest('high-street', said);
  expect(found?.map((suggestions) => suggestions.map(({ themeId }) => themeId))).toEqual([['buses'], []]);
  expect(found).toEqual(await here.suggest('high-street', said));
});

test('whoever waits is told when the thread is stopped, and whoever asks afterwards too', async () => {
  const stopping = new AbortController();
  const teacher = threads.teacher(stopping.signal);
  const asked = teacher.teach('high-street', lessons);
  stopping.abort();
  await expect(asked).rejects.toThrow('gave no answer');
  await expect(teacher.suggest('high-street', said)).rejects.toThrow('aborted');
});

test('what a thread cannot learn from is an error for whoever taught it, and it goes on', async () => {
  const teacher = threads.teacher(new AbortController().signal);
  await expect(teacher.teach('broken', { ...lessons, themes: [null] } as never)).rejects.toThrow('TypeError');
  await teacher.teach('high-street', lessons);
  expect(await teacher.suggest('high-street', said)).toHaveLength(2);
});

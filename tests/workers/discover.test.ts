import { expect, test } from 'vitest';
import { discover } from '#theming/discover.ts';
import { inThread } from '#workers/inThread.ts';
import { threads } from '#workers/threads.ts';

const about = ['the benches by the market', 'the lights on Mill Lane', 'the bus to the hospital'];
const said = Array.from({ length: 300 }, (_, at) => ({
  id: `r${at}`,
  text: `Please do something about ${about[at % 3]}, number ${at} says so for ${'the '.repeat(at % 7)}street`,
}));

test('the same groups come out of a thread, and meanwhile this one answers others', async () => {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 5);
  const groups = await threads.discover(said, new AbortController().signal);
  clearInterval(timer);
  expect(groups).toEqual(discover(said));
  expect(ticks).toBeGreaterThan(0);
});

test('a thread that is told to stop, or that cannot begin, gives an error and no answer', async () => {
  const stopping = new AbortController();
  const asked = threads.discover(said, stopping.signal);
  stopping.abort();
  await expect(asked).rejects.toThrow('gave no answer');
  await expect(threads.discover(said, stopping.signal)).rejects.toThrow('aborted');
  const nowhere = new URL('./nowhere.ts', import.meta.url);
  await expect(inThread<typeof discover>(nowhere, [], new AbortController().signal)).rejects.toThrow(
    'nowhere.ts',
  );
});

import { createLogger } from '#logger.ts';
import { fetchWaiting } from '#media/fetch.ts';
import { openStore } from '#store/open.ts';
import { testClock, testIds } from '#tests/support/clock.ts';
import { pdf } from './bytes.ts';

/** A process of its own that dies, without a word, between a file on disk and the row that says so. */
const [dataDir = '', folder = '', now = '0'] = process.argv.slice(2);
const store = await openStore({ databaseUrl: null, dataDir });
let turns = 0;
await fetchWaiting({
  store: {
    ...store,
    turn: (work) => {
      turns += 1;
      // The first claims; the second would say that it is kept.
      if (turns === 2) process.kill(process.pid, 'SIGKILL');
      return store.turn(work);
    },
  },
  channels: new Map([
    [
      'simulator',
      {
        name: 'simulator',
        capabilities: () => {
          throw new Error('Nobody asks here.');
        },
        send: async () => ({ kind: 'unknown', code: null }),
        fetchMedia: async () => ({ kind: 'file', bytes: pdf, contentType: null }),
      },
    ],
  ]),
  clock: testClock(Number(now)),
  newId: testIds('dying'),
  log: createLogger('silent'),
  folder,
  maxBytes: 1024 * 1024,
  transcriber: null,
  dueAt: () => 0,
  transcribed: async () => false,
  stopping: new AbortController().signal,
});

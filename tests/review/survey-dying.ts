import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { takeSurvey } from '#review/surveyFile.ts';
import { services } from '#services.ts';
import { linesOf, reports } from './surveyed.ts';
import { highStreet } from './typed-in.ts';

/** A process of its own that is killed in the midst of a file. */
const [dataDir = ''] = process.argv.slice(2);
const built = await services(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), createLogger('silent'));
const { lines } = linesOf(built, reports);
let turns = 0;
const store: typeof built.store = {
  ...built.store,
  turn: async (work) => {
    turns += 1;
    if (turns === 100) process.kill(process.pid, 'SIGKILL');
    return built.store.turn(work);
  },
};
await takeSurvey({ ...built, store }, highStreet(built), lines, () => {});

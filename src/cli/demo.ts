import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { type Made, makeDemo } from './demo/make.ts';
import { Refused } from './faults.ts';
import { progressOn } from './progress.ts';

/** Fewer could not show every kind of person. */
const FEWEST = 20;
const MOST = 2000;

/** Fills an empty database with a made-up consultation, and says what there is to see. */
export async function demo(options: { residents: string; seed: string; json?: boolean }): Promise<void> {
  const residents = Number(options.residents);
  if (!Number.isInteger(residents) || residents < FEWEST || residents > MOST)
    throw new Refused(`--residents takes a whole number from ${FEWEST} to ${MOST}.`);
  const config = readConfig();
  const log = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel, process.stderr);
  const { show, done } = progressOn(process.stderr);
  try {
    const made = await makeDemo(config, log, {
      residents,
      seed: options.seed,
      now: Date.now(),
      progress: show,
    });
    done();
    process.stdout.write(options.json === true ? `${JSON.stringify(made, null, 2)}\n` : summary(made));
  } catch (error) {
    done();
    throw error;
  }
}

function summary(made: Made): string {
  return [
    `${made.residents} made-up residents wrote ${made.messages} messages on simulated phones.`,
    `Officers have reviewed ${made.reviewed} of ${made.responses} responses; ${made.cases} cases wait for a person.`,
    `${made.outcomes} outcomes are published, and ${made.followUps} messages told people what was done.`,
    'Run npm start and open the console to look around. It says that this is demo data.',
    '',
  ].join('\n');
}

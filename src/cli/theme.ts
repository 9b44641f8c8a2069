import type { Services } from '#services.ts';
import { consultationsHeard } from '#store/themes-read.ts';
import { Refused } from './faults.ts';
import { progressOn } from './progress.ts';
import { themeWithModel } from './theme-model.ts';
import { withServices } from './with-services.ts';

export interface ThemeOptions {
  consultation?: string;
  /** The same: a consultation has the id of its flow. */
  flow?: string;
  model?: boolean;
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
}

/** Suggests themes again for all that nobody has decided on. Exit code 1 where it was not agreed to, or did not get through. */
export async function theme(options: ThemeOptions): Promise<void> {
  const { consultation, flow } = options;
  if (consultation !== undefined && flow !== undefined && consultation !== flow)
    throw new Refused('--consultation and --flow name two consultations. Give one of them.');
  await withServices(async (services) => {
    const consultations = await consultationsFor(services, consultation ?? flow);
    if (options.model === true) await themeWithModel(services, consultations, options);
    else await themeHere(services, consultations, options);
  });
}

/** Ids, which are those of the flows: the one that is asked for, or all in which somebody has answered. */
async function consultationsFor({ store }: Services, asked: string | undefined): Promise<string[]> {
  const all = await consultationsHeard(store.read);
  if (asked === undefined) return all.filter(({ responses }) => responses > 0).map(({ id }) => id);
  const ids = all.map(({ id }) => id);
  if (!ids.includes(asked))
    throw new Refused(`There is no consultation called ${asked}. There are: ${ids.join(', ')}.`);
  return [asked];
}

async function themeHere(services: Services, consultations: string[], options: ThemeOptions): Promise<void> {
  const keep = options.dryRun !== true;
  if (keep) await services.themer.themePending();
  const { show, done } = progressOn(process.stderr);
  const counts: Record<string, { coded: number; unthemed: number }> = {};
  for (const id of consultations) {
    counts[id] = await services.themer.themeAgain(id, {
      keep,
      progress: (read, of) => show(read / of, `${read} of ${of} of ${id}`),
    });
  }
  done();
  if (options.json === true) return print(JSON.stringify({ dryRun: !keep, consultations: counts }, null, 2));
  if (!keep) print('Nothing is changed. It would be:');
  for (const [id, { coded, unthemed }] of Object.entries(counts))
    print(`${id}: ${coded} with suggestions, ${unthemed} without.`);
  print('What officers have decided on stays as it is.');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

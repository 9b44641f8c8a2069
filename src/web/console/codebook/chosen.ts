import type { Services } from '#services.ts';
import { type Consultation, consultationsOf } from '#web/console/consultations.ts';

/** The consultation that is asked for; the one with the most responses where none is. */
export async function chosenIn(services: Services, asked: unknown): Promise<Consultation | undefined> {
  const all = await consultationsOf(services);
  return asked === undefined ? all[0] : all.find(({ id }) => id === asked);
}

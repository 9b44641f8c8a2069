import type { Language, Localised } from '#domain/words.ts';
import type { Services } from '#services.ts';
import { latestFlow } from '#store/consultations.ts';
import { consultationsHeard } from '#store/themes-read.ts';

export interface Consultation {
  id: string;
  title: Localised;
  /** What it speaks, the first of them first. */
  languages: Language[];
}

type Known = Pick<Services, 'store' | 'flows'>;

/** Every consultation there has been, those with the most responses first. */
export async function consultationsOf({ store, flows }: Known): Promise<Consultation[]> {
  const rows = await consultationsHeard(store.read);
  return Promise.all(
    rows.map(async ({ id, title }) => {
      const version = flows.current.get(id) ?? (await latestFlow(store.read, id));
      return { id, title: JSON.parse(title) as Localised, languages: version?.flow.languages ?? ['en'] };
    }),
  );
}

export async function consultationById(known: Known, id: string): Promise<Consultation | undefined> {
  return (await consultationsOf(known)).find((consultation) => consultation.id === id);
}

/**
 * All of them, and the one that a page is about: the first where none is asked for, undefined where there is no such one.
 */
export async function chosenIn(
  known: Known,
  asked: unknown,
): Promise<{ consultations: Consultation[]; consultation: Consultation | undefined }> {
  const consultations = await consultationsOf(known);
  const consultation = asked === undefined ? consultations[0] : consultations.find(({ id }) => id === asked);
  return { consultations, consultation };
}

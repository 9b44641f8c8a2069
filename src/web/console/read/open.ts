import type { Services } from '#services.ts';
import { type Reader, versionsAnswered } from '#store/residentReadings.ts';
import { type Consultation, consultationsOf } from '#web/console/consultations.ts';

/** A consultation that resident reviewers may read, and the flow versions that told people so. */
export interface Open extends Pick<Reader, 'versions'> {
  consultation: Consultation;
}

/** Those whose flow says so today. What was answered on a version that did not say so stays with officers. */
export async function openToResidents(services: Pick<Services, 'store' | 'flows'>): Promise<Open[]> {
  const { store, flows } = services;
  const consultations = (await consultationsOf(services)).filter(
    ({ id }) => flows.current.get(id)?.flow.residentReviewers === true,
  );
  return Promise.all(
    consultations.map(async (consultation) => {
      const versions: string[] = [];
      for (const hash of await versionsAnswered(store.read, consultation.id)) {
        const version = await flows.byHash(store.read, hash);
        if (version?.flow.residentReviewers === true) versions.push(hash);
      }
      return { consultation, versions };
    }),
  );
}

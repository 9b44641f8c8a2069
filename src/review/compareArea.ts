import { writeAudit } from '#store/audit.ts';
import { keepAreaShares } from '#store/equality-read.ts';
import type { Desk } from './desk.ts';

/** The officer says what share of those who live here gives each answer; what is left out is not compared. */
export function compareArea(
  desk: Desk,
  given: {
    consultationId: string;
    question: string;
    shares: { answer: string; percent: number }[];
    officerId: string;
  },
): Promise<void> {
  const { consultationId, question, shares, officerId } = given;
  return desk.store.turn(async ({ db }) => {
    await keepAreaShares(db, { consultationId, question }, shares);
    await writeAudit(db, {
      id: desk.newId(),
      at: desk.clock.now(),
      officerId,
      action: 'areaShares.changed',
      subject: `consultations/${consultationId}`,
      detail: { question, answers: shares.length },
    });
  });
}

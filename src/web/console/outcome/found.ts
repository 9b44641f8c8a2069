import type { Request } from 'express';
import { z } from 'zod';
import { type Days, londonDay, noonOf } from '#domain/day.ts';
import { outcome as outcomeById } from '#loop/outcomes.ts';
import type { Services } from '#services.ts';
import { holdsOn } from '#store/holds.ts';
import { consultationById } from '#web/console/consultations.ts';
import { missingFrom } from './missing.ts';

export type ById = Request<{ id: string }>;

/** The outcome that the address names, its consultation, what it lacks and what holds it; null where there is no such outcome. */
export async function foundIn(services: Services, req: ById) {
  const outcome = await outcomeById(services.store.read, req.params.id);
  if (outcome === null) return null;
  const consultation = await consultationById(services, outcome.consultationId);
  if (consultation === undefined) return null;
  const today = londonDay(services.clock.now());
  const hold = (await holdsOn(services.store.read, today)).get(consultation.id);
  return {
    outcome,
    consultation,
    missing: missingFrom(outcome, consultation.languages),
    hold: hold === undefined ? null : momentsOf(hold),
  };
}

/** The first and the last day of a pre-election period, for showing them. */
export function momentsOf({ firstDay, lastDay }: Days): { from: number; until: number } {
  return { from: noonOf(firstDay), until: noonOf(lastDay) };
}

/** The `updatedAt` of what the officer saw when the form was made; undefined where the form does not say. */
export function seenIn(body: unknown): number | undefined {
  return z.object({ updatedAt: z.coerce.number() }).safeParse(body).data?.updatedAt;
}

/** Whether the officer has said that they looked at what may be personal data. */
export function checkedIn(body: unknown): boolean {
  return z.object({ checked: z.literal('yes') }).safeParse(body).success;
}

export type Found = NonNullable<Awaited<ReturnType<typeof foundIn>>>;

import type { Request } from 'express';
import { z } from 'zod';
import type { Services } from '#services.ts';
import { allThemesOf, type Theme, themeById } from '#store/codebook.ts';
import { codebookVersion } from '#store/codebook-changes.ts';
import { type Consultation, consultationById } from '#web/console/consultations.ts';

export type ById = Request<{ id: string }>;

export interface Found {
  theme: Theme;
  /** All of its codebook, in order. */
  themes: Theme[];
  consultation: Consultation;
  /** Of the codebook as it is now: what a form made from it has seen. */
  version: number;
}

/** The theme that the address names; null where there is none. */
export async function foundIn(services: Services, req: ById): Promise<Found | null> {
  const { read } = services.store;
  const named = await themeById(read, req.params.id);
  const consultation =
    named === undefined ? undefined : await consultationById(services, named.consultationId);
  if (named === undefined || consultation === undefined) return null;
  // The version first: what is read after it is never older than it says.
  const version = await codebookVersion(read, consultation.id);
  const themes = await allThemesOf(read, consultation.id);
  const theme = themes.find(({ id }) => id === named.id) ?? named;
  return { theme, themes, consultation, version };
}

/** The version of the codebook that a form was made from; what names none has seen nothing. */
export function seenIn(body: unknown): number {
  return z.object({ version: z.coerce.number().int().min(0) }).safeParse(body).data?.version ?? 0;
}

/** Those that were merged into a theme, and into those. */
export function mergedInto(id: string, themes: readonly Theme[]): string[] {
  const before = themes.filter((theme) => theme.mergedInto === id && theme.id !== id);
  return before.flatMap((theme) => [theme.id, ...mergedInto(theme.id, themes)]);
}

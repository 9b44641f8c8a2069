import type { Language } from '#domain/words.ts';
import { isReviewed } from '#flow/reviewed.ts';
import type { Flow } from '#flow/schema.ts';

/** A poster of a flow: in one language, or in Welsh and English side by side. */
export type Edition = Language | 'both';

/** Where people speak Welsh and English, the poster for everybody comes first. */
export function editionsOf({ languages }: Flow): Edition[] {
  const bilingual = languages.includes('cy') && languages.includes('en');
  return bilingual ? ['both', ...languages] : languages;
}

/** Welsh first. */
export function languagesOf(edition: Edition): Language[] {
  return edition === 'both' ? ['cy', 'en'] : [edition];
}

/** Whether somebody who speaks its language has read all that residents get in it. */
export function isRead(flow: Flow, edition: Edition): boolean {
  return languagesOf(edition).every((language) => isReviewed(flow, language));
}

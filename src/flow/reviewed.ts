import type { Language } from '#domain/words.ts';
import type { Written } from './said.ts';
import type { Flow } from './schema.ts';

/** Whether somebody has read all that residents get in this language. */
export function isReviewed(flow: Flow, language: Language): boolean {
  return flow.reviewed.includes(language);
}

/** Notice, consent and care among a flow's own texts: never sent in a language that nobody has read through. */
export function isGuarded({ role, step }: Pick<Written, 'role' | 'step'>): boolean {
  if (role === 'privacy' || role === 'cover' || role === 'signpost') return true;
  if (role === 'ask' || role === 'why' || role === 'label')
    return step?.kind === 'consent' || step?.kind === 'equality';
  return false;
}

import type { Localised } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import type { TextKey } from '#texts/text.ts';

/** What was asked in the words that the resident met, or why nothing was. */
export type Question = { asked: Localised } | { unasked: TextKey };

const unasked: Record<string, TextKey> = {
  afterwards: 'response.afterwards',
  afterStop: 'response.afterStop',
  held: 'response.whileHeld',
};

export function questionOf(flow: Flow | undefined, stepId: string): Question {
  const step = flow?.steps.find(({ id }) => id === stepId);
  if (step !== undefined && 'ask' in step) return { asked: step.ask };
  return { unasked: unasked[stepId] ?? 'response.unprompted' };
}

import type { ConsentKind } from '#domain/words.ts';
import type { Flow, Step } from '#flow/schema.ts';

/** Stands for "would rather not say" among what may be picked. */
export const RATHER_NOT = 'rather-not';

/** The questions of a flow as they stand on paper: all of them, whatever somebody picked. */
export function questionsOf(flow: Flow) {
  const open = flow.steps.filter((step) => step.kind === 'open' || step.kind === 'whoElse');
  const choices = flow.steps.filter((step) => step.kind === 'choice');
  const equality = flow.steps.filter((step) => step.kind === 'equality');
  const consents: ConsentKind[] = [
    ...new Set(flow.steps.flatMap((step) => (step.kind === 'consent' ? [step.consent] : []))),
  ];
  return { open, choices, equality, consents };
}

/** What may be picked at a question, by id. */
export function optionsOf(step: Extract<Step, { kind: 'choice' | 'equality' }>): string[] {
  const ids = step.choices.map(({ id }) => id);
  return step.kind === 'equality' ? [...ids, RATHER_NOT] : ids;
}

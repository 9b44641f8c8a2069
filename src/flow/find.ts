import type { Flow, Step } from './schema.ts';

/** The step with this id; undefined only if the flow is not the one that was checked. */
export function stepOf(flow: Flow, id: string): Step | undefined {
  return flow.steps.find((step) => step.id === id);
}

/** Where every conversation starts: always an open question in a checked flow. */
export function firstStep(flow: Flow): Step | undefined {
  return flow.steps[0];
}

/**
 * The step that follows, or undefined after an end. `chosen` is a choice id: at a choice step the one just made,
 * at a branch the one made earlier at the step that it looks `on`. A choice's own `next` wins over its step's;
 * a step without one goes on to the step below it in the file.
 */
export function nextAfter(flow: Flow, stepId: string, chosen?: string): Step | undefined {
  const index = flow.steps.findIndex((step) => step.id === stepId);
  const step = flow.steps[index];
  if (step === undefined || step.kind === 'end') return undefined;
  const target = targetOf(step, chosen);
  return target === undefined ? flow.steps[index + 1] : stepOf(flow, target);
}

function targetOf(step: Exclude<Step, { kind: 'end' }>, chosen: string | undefined): string | undefined {
  if (step.kind === 'branch') return (chosen === undefined ? undefined : step.cases[chosen]) ?? step.else;
  if (step.kind !== 'choice') return step.next;
  return step.choices.find((choice) => choice.id === chosen)?.next ?? step.next;
}

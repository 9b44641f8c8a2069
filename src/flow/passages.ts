import type { Flow, Step } from './schema.ts';

/** One way on from a step. `to` is null where the file ends below a step that needed something after it. */
export interface Passage {
  from: string;
  to: string | null;
  path: PropertyKey[];
}

/** Every way from one step to another, whatever the resident answers. */
export function passagesOf({ steps }: Flow): Passage[] {
  return steps.flatMap((step, i) => {
    const way = (to: string | undefined, ...path: PropertyKey[]): Passage => ({
      from: step.id,
      to: to ?? steps[i + 1]?.id ?? null,
      path: ['steps', i, ...(to === undefined ? [] : path)],
    });
    return waysOn(step, way);
  });
}

function waysOn(step: Step, way: (to: string | undefined, ...path: PropertyKey[]) => Passage): Passage[] {
  if (step.kind === 'end') return [];
  if (step.kind === 'branch')
    return [
      ...Object.entries(step.cases).map(([choice, to]) => way(to, 'cases', choice)),
      way(step.else, 'else'),
    ];
  if (step.kind !== 'choice') return [way(step.next, 'next')];
  return [
    ...step.choices.flatMap((choice, c) =>
      choice.next === undefined ? [] : [way(choice.next, 'choices', c, 'next')],
    ),
    // An answer that fits no choice goes on this way too.
    way(step.next, 'next'),
  ];
}

/** The steps that can be met from a step, the first unless told otherwise; it counts as met itself. */
export function reachedFrom(
  { steps }: Flow,
  passages: readonly Passage[],
  start = steps[0]?.id,
): Set<string> {
  const reached = new Set<string>();
  const waiting = start === undefined ? [] : [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const { from, to } of passages) if (from === id && to !== null) waiting.push(to);
  }
  return reached;
}

import { passagesOf } from '#flow/passages.ts';
import type { Flow } from '#flow/schema.ts';
import type { Found, Rule } from './rule.ts';

/** What a conversation writes down instead of a step's id where words answer no step: see engine/. */
const ownStepIds = ['afterwards', 'held', 'unprompted'];
/** What threads under follow-ups are kept as among the flows: see store/consultations.ts. */
const ownFlowIds = ['follow-up'];

/** Whether every name is there once and means something. */
export const names: Rule[] = [
  {
    id: 'repeated-id',
    level: 'error',
    sentence: 'No two steps, and no two choices of a step, have the same id.',
    fix: 'give it another id',
    check: repeatedIds,
  },
  {
    id: 'unknown-step',
    level: 'error',
    sentence: 'Every next, case and else names a step of the flow.',
    fix: 'name a step of this flow',
    check: unknownSteps,
  },
  {
    id: 'reserved-id',
    level: 'error',
    sentence: 'No step or flow is called what Hearback calls something else.',
    fix: 'give it another id',
    check: (flow) => [
      ...(ownFlowIds.includes(flow.id) ? [{ path: ['id'], what: `"${flow.id}" is a name of our own` }] : []),
      ...flow.steps.flatMap(({ id }, i) =>
        ownStepIds.includes(id) ? [{ path: ['steps', i, 'id'], what: `"${id}" is a name of our own` }] : [],
      ),
    ],
  },
];

/** Whether it can be said which step leads where. */
export function unambiguous(flow: Flow): boolean {
  return repeatedIds(flow).length === 0 && unknownSteps(flow).length === 0;
}

function repeatedIds({ steps }: Flow): Found[] {
  return [
    ...repeats(
      steps.map(({ id }) => id),
      (i) => ['steps', i, 'id'],
      'step',
    ),
    ...steps.flatMap((step, s) =>
      'choices' in step
        ? repeats(
            step.choices.map(({ id }) => id),
            (i) => ['steps', s, 'choices', i, 'id'],
            'choice',
          )
        : [],
    ),
  ];
}

/** Every id but the first of its name. */
export function repeats(ids: readonly string[], path: (i: number) => PropertyKey[], as: string): Found[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i ? [] : [{ path: path(i), what: `a second ${as} is called "${id}"` }],
  );
}

function unknownSteps(flow: Flow): Found[] {
  const ids = new Set(flow.steps.map(({ id }) => id));
  return passagesOf(flow)
    .filter(({ to }) => to !== null && !ids.has(to))
    .map(({ to, path }) => ({
      path,
      what: `there is no step called "${to}"`,
      fix: `write one of ${[...ids].join(', ')}`,
    }));
}

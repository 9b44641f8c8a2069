import { type Passage, passagesOf, reachedFrom } from '#flow/passages.ts';
import type { Flow } from '#flow/schema.ts';
import { unambiguous } from './names.ts';
import type { Found, Rule } from './rule.ts';

/** Whether the steps make a conversation: each is reached, each leads on, and none goes round without asking. */
export const ways: Rule[] = [
  {
    id: 'first-step-not-open',
    level: 'error',
    sentence: 'A flow begins with an open question.',
    fix: 'start with kind: open, because the first text is our name, the notice and one open question',
    check: ({ steps }) =>
      steps[0]?.kind === 'open'
        ? []
        : [{ path: ['steps', 0, 'kind'], what: 'the first step is not an open question' }],
  },
  {
    id: 'unreachable-step',
    level: 'error',
    sentence: 'Every step can be reached.',
    fix: 'let a step before it lead here, or remove it',
    check: each((step, { reached }) => (reached.has(step) ? null : 'is never reached')),
  },
  {
    id: 'leads-nowhere',
    level: 'error',
    sentence: 'Every step but an end has a step after it.',
    fix: 'add next, or put an end step below it',
    check: each((step, { reached, passages }) =>
      reached.has(step) && stops(passages, step) ? 'is the last and leads nowhere' : null,
    ),
  },
  {
    id: 'silent-circle',
    level: 'error',
    sentence: 'No circle of steps goes round without asking anything.',
    fix: 'put a question into the circle, or lead out of it',
    check: each((step, { reached, passages, flow }) =>
      reached.has(step) && goesRound(flow, passages, step)
        ? 'comes back to itself without asking anything'
        : null,
    ),
  },
  {
    id: 'endless',
    level: 'error',
    sentence: 'From every step there is a way to an end.',
    fix: 'let it, or a step after it, lead to an end step',
    check: each((step, { reached, passages, flow, ending }) =>
      reached.has(step) && !stops(passages, step) && !goesRound(flow, passages, step) && !ending.has(step)
        ? 'never leads to an end'
        : null,
    ),
  },
];

interface Map {
  flow: Flow;
  passages: readonly Passage[];
  reached: ReadonlySet<string>;
  /** The steps from which an end can be reached. */
  ending: ReadonlySet<string>;
}

function each(judge: (step: string, map: Map) => string | null): (flow: Flow) => Found[] {
  return (flow) => {
    // Where a step is ambiguous or missing, what is reached cannot be said.
    if (!unambiguous(flow)) return [];
    const passages = passagesOf(flow);
    const map = { flow, passages, reached: reachedFrom(flow, passages), ending: reachingEnd(flow, passages) };
    return flow.steps.flatMap(({ id }, i): Found[] => {
      const what = judge(id, map);
      return what === null ? [] : [{ path: ['steps', i, 'id'], what: `step "${id}" ${what}` }];
    });
  };
}

function stops(passages: readonly Passage[], step: string): boolean {
  return passages.some(({ from, to }) => from === step && to === null);
}

function reachingEnd(flow: Flow, passages: readonly Passage[]): Set<string> {
  const leads = new Set(flow.steps.filter(({ kind }) => kind === 'end').map(({ id }) => id));
  for (let before = -1; before !== leads.size; ) {
    before = leads.size;
    for (const { from, to } of passages) if (to !== null && leads.has(to)) leads.add(from);
  }
  return leads;
}

/** A circle of steps that never wait for the resident would send texts for ever. */
function goesRound(flow: Flow, passages: readonly Passage[], id: string): boolean {
  const silent = new Set(
    flow.steps.filter(({ kind }) => kind === 'say' || kind === 'branch').map((step) => step.id),
  );
  if (!silent.has(id)) return false;
  const onward = passages.filter(({ from }) => silent.has(from));
  const after = onward.filter(({ from }) => from === id).flatMap(({ to }) => (to === null ? [] : [to]));
  return after.some((to) => to === id || reachedFrom(flow, onward, to).has(id));
}

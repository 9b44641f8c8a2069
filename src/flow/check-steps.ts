import { type Passage, passagesOf, reachedFrom } from './passages.ts';
import type { Finding } from './problems.ts';
import type { Flow } from './schema.ts';

/** Whether the steps make a conversation: each is reached, each leads on, and none goes round without asking. */
export function checkSteps(flow: Flow): Finding[] {
  const names = [...repeatedIds(flow), ...unknownTargets(flow)];
  // Where a step is ambiguous or missing, what is reached cannot be said.
  return names.length > 0 ? names : [...shape(flow), ...branches(flow)];
}

function repeatedIds({ steps }: Flow): Finding[] {
  const repeats = (ids: readonly string[], path: (i: number) => PropertyKey[], what: string) =>
    ids.flatMap((id, i) =>
      ids.indexOf(id) === i
        ? []
        : [{ path: path(i), what: `a second ${what} is called "${id}"`, fix: 'give it another id' }],
    );
  return [
    ...repeats(
      steps.map(({ id }) => id),
      (i) => ['steps', i, 'id'],
      'step',
    ),
    ...steps.flatMap((step, s) =>
      step.kind === 'choice' || step.kind === 'equality'
        ? repeats(
            step.choices.map(({ id }) => id),
            (i) => ['steps', s, 'choices', i, 'id'],
            'choice',
          )
        : [],
    ),
  ];
}

function unknownTargets(flow: Flow): Finding[] {
  const ids = new Set(flow.steps.map(({ id }) => id));
  return passagesOf(flow)
    .filter(({ to }) => to !== null && !ids.has(to))
    .map(({ to, path }) => ({
      path,
      what: `there is no step called "${to}"`,
      fix: `write one of ${[...ids].join(', ')}`,
    }));
}

function shape(flow: Flow): Finding[] {
  const passages = passagesOf(flow);
  const reached = reachedFrom(flow, passages);
  const leadsToEnd = reachingEnd(flow, passages);
  const findings: Finding[] = [];
  if (flow.steps[0]?.kind !== 'open')
    findings.push({
      path: ['steps', 0, 'kind'],
      what: 'the first step is not an open question',
      fix: 'start with kind: open, because the first text is our name, the notice and one open question',
    });
  flow.steps.forEach((step, i) => {
    const path = ['steps', i, 'id'];
    const add = (what: string, fix: string) =>
      findings.push({ path, what: `step "${step.id}" ${what}`, fix });
    if (!reached.has(step.id)) add('is never reached', 'let a step before it lead here, or remove it');
    else if (passages.some(({ from, to }) => from === step.id && to === null))
      add('is the last and leads nowhere', 'add next, or put an end step below it');
    else if (goesRound(flow, passages, step.id))
      add(
        'comes back to itself without asking anything',
        'put a question into the circle, or lead out of it',
      );
    else if (!leadsToEnd.has(step.id))
      add('never leads to an end', 'let it, or a step after it, lead to an end step');
  });
  return findings;
}

function branches(flow: Flow): Finding[] {
  return flow.steps.flatMap((step, i): Finding[] => {
    if (step.kind !== 'branch') return [];
    const asked = flow.steps.find(({ id }) => id === step.on);
    const on = ['steps', i, 'on'];
    if (asked?.kind !== 'choice')
      return [
        {
          path: on,
          what: `"${step.on}" is not a choice step`,
          fix: 'name the choice step whose answer decides',
        },
      ];
    const ids = asked.choices.map(({ id }) => id);
    const unknown = Object.keys(step.cases)
      .filter((key) => !ids.includes(key))
      .map((key) => ({
        path: ['steps', i, 'cases', key],
        what: `"${key}" is not a choice of step "${step.on}"`,
        fix: `write one of ${ids.join(', ')}`,
      }));
    const around = reachedFrom(
      flow,
      passagesOf(flow).filter(({ from }) => from !== step.on),
    ).has(step.id);
    if (!around) return unknown;
    const what = `step "${step.id}" can be reached before "${step.on}" is asked`;
    return [...unknown, { path: on, what, fix: `put step "${step.on}" on every way that leads here` }];
  });
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

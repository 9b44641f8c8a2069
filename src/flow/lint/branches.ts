import { passagesOf, reachedFrom } from '#flow/passages.ts';
import type { Flow, Step } from '#flow/schema.ts';
import { unambiguous } from './names.ts';
import type { Found, Rule } from './rule.ts';

type Of<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/** Whether branches decide by something that has been asked. */
export const branches: Rule[] = [
  {
    id: 'branch-on-no-choice',
    level: 'error',
    sentence: 'A branch looks at the answer to a choice step.',
    fix: 'name the choice step whose answer decides',
    check: each((branch, asked, i) =>
      asked === null ? [{ path: ['steps', i, 'on'], what: `"${branch.on}" is not a choice step` }] : [],
    ),
  },
  {
    id: 'unknown-case',
    level: 'error',
    sentence: "The cases of a branch are ids of that step's choices.",
    fix: 'name one of the choices',
    check: each((branch, asked, i) => {
      const ids = asked?.choices.map(({ id }) => id);
      if (ids === undefined) return [];
      return Object.keys(branch.cases)
        .filter((key) => !ids.includes(key))
        .map((key) => ({
          path: ['steps', i, 'cases', key],
          what: `"${key}" is not a choice of step "${branch.on}"`,
          fix: `write one of ${ids.join(', ')}`,
        }));
    }),
  },
  {
    id: 'branch-before-its-choice',
    level: 'error',
    sentence: 'A branch is never reached before its choice has been asked.',
    fix: 'put that choice step on every way that leads here',
    check: each((branch, asked, i, flow) => {
      if (asked === null || !unambiguous(flow)) return [];
      const around = passagesOf(flow).filter(({ from }) => from !== branch.on);
      if (!reachedFrom(flow, around).has(branch.id)) return [];
      const what = `step "${branch.id}" can be reached before "${branch.on}" is asked`;
      return [
        { path: ['steps', i, 'on'], what, fix: `put step "${branch.on}" on every way that leads here` },
      ];
    }),
  },
];

function each(
  judge: (branch: Of<'branch'>, asked: Of<'choice'> | null, index: number, flow: Flow) => Found[],
): (flow: Flow) => Found[] {
  return (flow) =>
    flow.steps.flatMap((step, i) => {
      if (step.kind !== 'branch') return [];
      const asked = flow.steps.find(({ id }) => id === step.on);
      return judge(step, asked?.kind === 'choice' ? asked : null, i, flow);
    });
}

import type { FlowProblem } from '#flow/problems.ts';

/**
 * A warning that was thought about is waived where it stands, with the reason:
 * `# fine: too-many-buttons, people can answer by number`, on its line or in the comment above it. At the top of a
 * file, before anything else, it holds for the whole file. Errors cannot be waived.
 */
interface Waiver {
  /** Where the comment stands, from 1. */
  line: number;
  rule: string;
  /** The line that it speaks of; null where it speaks of the whole file. */
  about: number | null;
}

const comment = /(?:^|\s)#\s*fine:\s*(.*)$/;
const wellFormed = /^([a-z][a-z-]*)\s*[,:]\s*\S+/;

function waiversIn(source: string): Waiver[] {
  const lines = source.split('\n');
  const speaks = (line: string) => line.trim() !== '' && !/^\s*#/.test(line);
  const first = lines.findIndex(speaks);
  return lines.flatMap((text, i) => {
    const [, said] = text.match(comment) ?? [];
    if (said === undefined) return [];
    const rule = said.match(wellFormed)?.[1] ?? '';
    if (speaks(text)) return [{ line: i + 1, rule, about: i + 1 }];
    return [
      {
        line: i + 1,
        rule,
        about: i < first ? null : lines.findIndex((line, at) => at > i && speaks(line)) + 1,
      },
    ];
  });
}

/** The warnings that nobody has waived, and a warning for each waiver that waives nothing. */
export function unwaived(source: string, file: string, warnings: readonly FlowProblem[]): FlowProblem[] {
  const waivers = waiversIn(source);
  const holds = ({ rule, about }: Waiver, warning: FlowProblem) =>
    rule === warning.rule && (about === null || about === warning.line);
  const idle = waivers
    .filter((waiver) => !warnings.some((warning) => holds(waiver, warning)))
    .map(({ line, rule }): FlowProblem => ({ file, line, level: 'warning', ...said(rule) }));
  return [...warnings.filter((warning) => !waivers.some((waiver) => holds(waiver, warning))), ...idle];
}

function said(rule: string): Pick<FlowProblem, 'rule' | 'what' | 'fix'> {
  return rule === ''
    ? {
        rule: idleWaiver.id,
        what: 'this names no rule with a reason',
        fix: 'write # fine: rule-id, because ...',
      }
    : { rule: idleWaiver.id, what: `there is no warning of ${rule} here`, fix: 'remove the comment' };
}

export const idleWaiver = {
  id: 'idle-waiver',
  level: 'warning',
  sentence: 'Every "# fine: rule, reason" stands where that rule warns.',
  fix: 'remove the comment, or put it on the line above the warning',
} as const;

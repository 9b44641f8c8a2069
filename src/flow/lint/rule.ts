import type { Finding, Level } from '#flow/problems.ts';
import type { Flow } from '#flow/schema.ts';

/** One thing that a good flow does, or does not do. */
export interface Rule extends RuleInWords {
  /** Where a flow breaks it; nothing where it keeps it. A check reads the flow and nothing else. */
  check(flow: Flow): Found[];
}

/** A rule as it is listed. */
export interface RuleInWords {
  /** Never changed once published: people name it in their files. */
  id: string;
  level: Level;
  /** The rule in one sentence. */
  sentence: string;
  /** What to do about it, unless a finding knows better. */
  fix: string;
}

/** One place where a rule is broken. */
export interface Found {
  path: readonly PropertyKey[];
  what: string;
  fix?: string;
}

export function findings(rules: readonly Rule[], flow: Flow): Finding[] {
  return rules.flatMap(({ id, level, fix, check }) =>
    check(flow).map((found): Finding => ({ rule: id, level, fix, ...found })),
  );
}

import { adjustedMutualInformation } from './ami.ts';
import { discover } from './discover.ts';
import type { JudgedResponse } from './labelled-set.ts';

/** How far groups agree with the themes that people gave, 0 being chance; and how many groups there are. */
export interface DiscoveryFigures {
  ami: number;
  groups: number;
}

/**
 * Groups the responses to each question as if there were no codebook, and compares them with the first theme of those
 * that have one. The mean over the questions, each with as much weight as it has such responses.
 */
export function judgeDiscovery(responses: readonly JudgedResponse[]): DiscoveryFigures {
  let [agreed, judged, count] = [0, 0, 0];
  for (const asked of Map.groupBy(responses, ({ question }) => question).values()) {
    const groups = discover(asked);
    const groupOf = new Map(groups.flatMap(({ ids }, group) => ids.map((id) => [id, String(group)])));
    const themed = asked.filter(({ themes }) => themes.length > 0);
    const given = themed.map(({ themes }) => themes[0] ?? '');
    // What is in no group is grouped with nothing: each such response stands alone.
    const found = themed.map(({ id }) => groupOf.get(id) ?? `alone ${id}`);
    if (themed.length > 0) agreed += adjustedMutualInformation(given, found) * themed.length;
    judged += themed.length;
    count += groups.length;
  }
  return { ami: judged === 0 ? 0 : agreed / judged, groups: count };
}

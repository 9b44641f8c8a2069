import type { Db } from '#store/db.ts';
import { officerNames } from '#store/officers.ts';
import { hiddenIn } from './hiddenIn.ts';
import { officerNamesIn } from './officerNames.ts';
import { type Hidden, type Redaction, redact } from './redact.ts';

/**
 * What of a text is hidden from people who are no officers and from models, in order and none overlapping another: what
 * may be a name too, for nobody has said that it is none.
 */
export function hiddenOutside({ hidden, possibleNames }: Redaction): Hidden[] {
  const names = possibleNames.map((span) => ({ ...span, kind: 'name' as const }));
  const apart: Hidden[] = [];
  for (const one of [...hidden, ...names].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(one.start, apart.at(-1)?.end ?? 0);
    if (start < one.end) apart.push({ ...one, start });
  }
  return apart;
}

/** The same for a response, with what officers decided, and with their own names hidden. */
export async function hiddenFromOutside(db: Db, response: { id: string; text: string }): Promise<Hidden[]> {
  const { hidden, possibleNames } = await hiddenIn(db, response);
  const ours = officerNamesIn(response.text, await officerNames(db));
  return hiddenOutside({ hidden, possibleNames: [...possibleNames, ...ours] });
}

/** The same for words of officers, who take them from what residents said. */
export function hiddenInTheme(text: string, officers: readonly string[]): Hidden[] {
  const { hidden, possibleNames } = redact(text);
  return hiddenOutside({ hidden, possibleNames: [...possibleNames, ...officerNamesIn(text, officers)] });
}

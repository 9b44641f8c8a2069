import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { categories } from '#safeguarding/detect.ts';

const messages = z.array(z.string().min(1)).min(1);
const half = z.strictObject({
  immediateDanger: messages,
  selfHarm: messages,
  abuse: messages,
  crime: messages,
  benign: messages,
});
const schema = z.strictObject({ tuning: half, heldOut: half });
export type Half = keyof z.infer<typeof schema>;

export interface Marked {
  half: Half;
  /** What the gate must see in it; `benign` is nothing. */
  group: (typeof categories)[number] | 'benign';
  text: string;
}

/** The marked messages that the gate is measured by: corpus.yaml says how they came about. */
export function corpus(): Marked[] {
  const read = schema.parse(parse(readFileSync(new URL('corpus.yaml', import.meta.url), 'utf8')));
  return (['tuning', 'heldOut'] as const).flatMap((name) =>
    ([...categories, 'benign'] as const).flatMap((group) =>
      read[name][group].map((text) => ({ half: name, group, text })),
    ),
  );
}

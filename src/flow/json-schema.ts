import { z } from 'zod';
import { flowSchema } from './schema.ts';

/**
 * The JSON Schema of a flow file, for editors: completion, help and red lines while one writes. It knows the shape
 * and not the rules; `hearback flows lint` knows both.
 */
export function flowJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(flowSchema, { io: 'input', target: 'draft-7' });
  const whole = {
    $schema,
    title: 'A Hearback flow',
    description: 'Made by "hearback flows schema" from src/flow/schema.ts.',
    ...schema,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

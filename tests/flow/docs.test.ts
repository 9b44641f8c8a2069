import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flowJsonSchema } from '#flow/json-schema.ts';
import { lintFlow } from '#flow/lint/lint.ts';
import { rules } from '#flow/lint/rules.ts';
import { flowSchema } from '#flow/schema.ts';

const page = readFileSync(new URL('../../docs/writing-flows.md', import.meta.url), 'utf8');
const example = page.match(/```yaml\n([\s\S]*?)```/)?.[1] ?? '';

const table = [
  '| rule | level | what it asks | what to do |',
  '|---|---|---|---|',
  ...rules.map(({ id, level, sentence, fix }) => `| \`${id}\` | ${level} | ${sentence} | ${fix} |`),
].join('\n');

test('the table of rules is the rules that there are; where it is not, put this in its place', () => {
  expect(page.match(/<!-- rules:.*-->\n([\s\S]*?)\n<!-- end of rules -->/)?.[1]).toBe(table);
});

test('the flow that a newcomer copies breaks no rule', () => {
  expect(example).toContain('id: library');
  expect(lintFlow(example, 'flows/library.yaml')).toEqual({ errors: [], warnings: [] });
});

test('every field and every kind of step is explained', () => {
  for (const field of [...Object.keys(flowSchema.shape), ...Object.keys(flowSchema.shape.frame.shape)])
    expect(page, field).toContain(`\`${field}\``);
  const { properties } = JSON.parse(flowJsonSchema());
  for (const { properties: parts } of properties.steps.items.oneOf)
    expect(page, parts.kind.const).toContain(`| \`${parts.kind.const}\` |`);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flowJsonSchema } from '#flow/json-schema.ts';
import { flowSchema } from '#flow/schema.ts';

const folder = new URL('../../flows/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

test('the committed schema is the one that src/flow/schema.ts gives: run hearback flows schema > flows/flow.schema.json', () => {
  expect(read('flow.schema.json')).toBe(flowJsonSchema());
});

test.each(['high-street.yaml', 'unpaid-carers.yaml'])('%s says to editors where its schema is', (name) => {
  expect(read(name).split('\n')[0]).toBe('# yaml-language-server: $schema=flow.schema.json');
});

test('every part of a flow is explained to whoever writes one', () => {
  const { properties, definitions } = JSON.parse(flowJsonSchema());
  for (const name of Object.keys(flowSchema.shape))
    expect(properties[name].description, name).toMatch(/^[A-Z].+\.$/);
  for (const { properties: parts } of properties.steps.items.oneOf)
    for (const [name, part] of Object.entries<{ description?: string }>(parts))
      if (name !== 'choices') expect(part.description, name).toMatch(/^["A-Z].+[.]$/);
  expect(Object.keys(definitions)).toEqual(['words', 'lists']);
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { channelsDocument } from '../../docs/channels/make.ts';

test('the table of docs/channels.md is what the channels say of themselves', () => {
  const document = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'channels.md'), 'utf8');
  expect(document).toBe(channelsDocument());
  expect(document).toMatch(/\| WhatsApp \| 10 \| 1,600 \| yes \| as a template after 24 hours \|/);
});

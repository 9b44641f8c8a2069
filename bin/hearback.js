#!/usr/bin/env node
// The `hearback` command: finds a Node that is new enough, then starts src/cli.ts with it.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { runWithNode } = createRequire(import.meta.url)('./find-node.cjs');
const here = path.dirname(fileURLToPath(import.meta.url));
runWithNode(path.join(here, '..', 'src', 'cli.ts'), process.argv.slice(2));

#!/usr/bin/env node
// The `hearback` command: finds a Node that is new enough, then starts src/cli.ts with it.
// Plain, old JavaScript, and CommonJS by bin/package.json, so that an old Node can say what it lacks.
'use strict';
var path = require('path');

var root = path.join(__dirname, '..');
require('./find-node.cjs').runWithNode(path.join(root, 'src', 'cli.ts'), process.argv.slice(2), {
  // To read TypeScript took half the time of a short command. What was read is kept beside the code, where only those may
  // write who may change the code; where nobody may write, Node does without.
  NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'hearback'),
});

#!/usr/bin/env node
// The `hearback` command: finds a Node that is new enough, then starts src/cli.ts with it.
// Plain, old JavaScript, and CommonJS by bin/package.json, so that an old Node can say what it lacks.
'use strict';
var path = require('path');

require('./find-node.cjs').runWithNode(path.join(__dirname, '..', 'src', 'cli.ts'), process.argv.slice(2));

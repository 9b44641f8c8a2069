// `node bin/node.cjs SCRIPT ...`: runs a script of this checkout, or a tool it installs, with a new enough Node.
'use strict';
require('./find-node.cjs').runWithNode(process.argv[2], process.argv.slice(3));

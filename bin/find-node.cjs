// Plain, old JavaScript: it is read by whatever Node the machine has, however old.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const NEEDED = 24;

/** The path of a Node that is new enough: the running one, else the one this project installs; null if neither. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  let folder = path.resolve(__dirname, '..');
  for (;;) {
    const candidate = path.join(folder, 'node_modules', name, 'bin', 'node');
    if (fs.existsSync(candidate)) return candidate;
    const parent = path.dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

/** Runs a script with that Node in place of this process: same streams, signals passed on, same exit code. */
function runWithNode(script, args) {
  const node = findNode();
  if (node === null) {
    console.error(
      'Hearback needs Node ' +
        NEEDED +
        ' or newer and this is ' +
        process.version +
        '. Install it from https://nodejs.org, or run npm ci without --omit=optional, then try again.',
    );
    process.exit(2);
  }
  const child = require('node:child_process').spawn(node, [script].concat(args), { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both processes; what is sent to this one alone must be passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!process.stdin.isTTY || signal !== 'SIGINT') child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`Could not start ${node}: ${error.message}`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? code : 128 + (signal === 'SIGINT' ? 2 : 15));
  });
}

module.exports = { findNode, runWithNode };

// Plain, old JavaScript: it is read by whatever Node the machine has, however old.
'use strict';
var fs = require('fs');
var path = require('path');

var NEEDED = 24;

/** The path of a Node that is new enough: the running one, else the one this project installs; null if neither. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  return nodeUnder(path.resolve(__dirname, '..'));
}

/** npm puts packages beside the project or above it, depending on how it was installed. */
function nodeUnder(folder) {
  var name = 'node-' + process.platform + '-' + process.arch;
  var candidate = path.join(folder, 'node_modules', name, 'bin', 'node');
  if (fs.existsSync(candidate)) return candidate;
  var parent = path.dirname(folder);
  return parent === folder ? null : nodeUnder(parent);
}

/**
 * Runs a script with that Node in place of this process: same streams, signals passed on, same exit code.
 * `env` is what it finds besides its environment.
 */
function runWithNode(script, args, env) {
  var node = findNode();
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
  var child = require('child_process').spawn(node, [script].concat(args), {
    stdio: 'inherit',
    env: Object.assign({}, env, process.env),
  });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      // A terminal sends Ctrl-C to both processes; what is sent to this one alone must be passed on.
      if (!process.stdin.isTTY || signal !== 'SIGINT') child.kill(signal);
    });
  });
  child.on('error', function (error) {
    console.error('Could not start ' + node + ': ' + error.message);
    process.exit(2);
  });
  child.on('exit', function (code, signal) {
    process.exit(signal === null ? code : 128 + (signal === 'SIGINT' ? 2 : 15));
  });
}

module.exports = { findNode: findNode, runWithNode: runWithNode };

import { spawnSync } from 'node:child_process';

/** The properties with many more runs than every day: `npm run test:long`. PROPERTY_RUNS says how many, 20,000 unless told. */
const { PROPERTY_RUNS = '20000', ...environment } = process.env;
const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  'tests/engine/properties.test.ts',
  '--testTimeout=1800000',
];
const { status } = spawnSync(process.execPath, vitest, {
  stdio: 'inherit',
  env: { ...environment, PROPERTY_RUNS },
});
process.exitCode = status ?? 1;

import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that look at what a process has loaded, or need what the product has turned off for its whole process. */
const alone = 'tests/**/*.alone.test.ts';

export default defineConfig({
  test: {
    setupFiles: ['tests/support/setup.ts'],
    globalSetup: ['tests/support/global.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    // Left alone, vitest keeps one core for itself: on two that is half the time.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, alone],
          // Loading the product anew for each file took a third of the time; tests/support/afterwards.ts says what that asks.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: [alone] } },
    ],
  },
});

import os from 'node:os';
import { defineConfig } from 'vitest/config';

/** Two suites: everything that runs in plain Node, and the real window. Started by scripts/test.ts. */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'node_modules/**'],
          pool: 'forks',
          maxWorkers: os.availableParallelism(),
          // Generous: a hung test is found all the same, and a busy machine fails none.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/specs/**/*.spec.ts'],
          pool: 'forks',
          // One window at a time: they share the display, and keyboard focus with it.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

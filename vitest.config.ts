import os from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A walk waits for the screen half of its time, so walks and other tests share the cores. */
const maxWorkers = process.platform === 'linux' ? os.availableParallelism() : 1;

/** Walks and kills take minutes: begun last, one of them would run alone at the end while the other cores rest. */
const isLong = ({ moduleId }: TestSpecification): boolean => /\/test\/(e2e|faults)\//.test(moduleId);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Three suites: everything that runs in plain Node, the real window, and the installed package. Started by scripts/test.ts. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/package/**', 'node_modules/**'],
          pool: 'forks',
          maxWorkers,
          // Generous: a hung test is found all the same, and a busy machine fails none.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/specs/**/*.spec.ts'],
          pool: 'forks',
          setupFiles: ['test/e2e/fixtures/private-display.ts'],
          maxWorkers,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

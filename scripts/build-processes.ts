import path from 'node:path';
import { build } from 'vite';
import { makeIfStale } from './built-from.ts';
import { nativeAddons } from './package/native-addons.ts';
import { projectFolder, step } from './run-command.ts';

/** Three folders deep as src/main/cli is, from where the terminal finds scripts/print-paper.ts. */
const folder = 'out/test/processes';

/** What tests start as a process of its own, beside themselves. */
const processes = {
  ward: 'src/main/cli/ward.ts',
  'other-desk': 'test/fixtures/other-desk.ts',
  doomed: 'test/fixtures/doomed.ts',
  'protect-and-die': 'test/fixtures/protect-and-die.ts',
  'seal-and-die': 'test/fixtures/seal-and-die.ts',
  'seal-anew-and-die': 'test/fixtures/seal-anew-and-die.ts',
};

/**
 * Terminals and doomed desks are started some twelve hundred times a run, and to read fifteen hundred modules one by one
 * takes three times as long as what they are started for. They are bundled once, as the shipped program is.
 */
export const buildProcesses = (): Promise<void> =>
  makeIfStale({
    sources: ['src', 'resources', 'test/fixtures', 'scripts', 'package.json', 'package-lock.json'],
    stamp: 'out/test/built-from',
    outputs: Object.keys(processes).map((name) => `${folder}/${name}.js`),
    make: () =>
      step('building what tests start', async () => {
        await build({
          configFile: false,
          root: projectFolder,
          logLevel: 'warn',
          ssr: { noExternal: true },
          build: {
            ssr: true,
            target: 'node24',
            minify: false,
            outDir: path.join(projectFolder, folder),
            emptyOutDir: true,
            rolldownOptions: {
              input: processes,
              external: [...nativeAddons],
              output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
            },
          },
        });
      }),
  });

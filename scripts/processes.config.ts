import path from 'node:path';
import { defineConfig } from 'vite';
import { nativeAddons } from './package/native-addons.ts';
import { projectFolder } from './run-command.ts';

/** Three folders deep as src/main/cli is, from where the terminal finds scripts/print-paper.ts. */
export const folder = 'out/test/processes';

/** What tests start as a process of its own, beside themselves. */
export const processes = {
  ward: 'src/main/cli/ward.ts',
  'other-desk': 'test/fixtures/other-desk.ts',
  doomed: 'test/fixtures/doomed.ts',
  'protect-and-die': 'test/fixtures/protect-and-die.ts',
  'seal-and-die': 'test/fixtures/seal-and-die.ts',
  'seal-anew-and-die': 'test/fixtures/seal-anew-and-die.ts',
};

/** As the shipped program is bundled; see build-processes.ts. */
export default defineConfig({
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

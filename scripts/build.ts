import path from 'node:path';
import { type Built, make, makeIfStale } from './built-from.ts';
import { lastLines, projectFolder, runCommand, runScript, SetupError, step } from './run-command.ts';

const program: Built = {
  sources: [
    'src',
    'resources',
    'package.json',
    'package-lock.json',
    'electron.vite.config.ts',
    'tsconfig.json',
  ],
  stamp: 'out/built-from',
  outputs: ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'],
  make: () =>
    step('building', async () => {
      const tool = path.join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
      const result = await runCommand(process.execPath, [tool, 'build', '--logLevel', 'warn']);
      if (result.code !== 0) throw new SetupError(`The build failed.\n${lastLines(result, 60)}`);
    }),
};

/** Builds out/ when it is missing, unfinished, or made from other sources. */
export const buildIfStale = (): Promise<void> => makeIfStale(program);
export const build = (): Promise<void> => make(program);

if (import.meta.main) {
  await runScript(async () => {
    await build();
    return 0;
  });
}

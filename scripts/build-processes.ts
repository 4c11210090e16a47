import path from 'node:path';
import { makeIfStale } from './built-from.ts';
import { folder, processes } from './processes.config.ts';
import { lastLines, projectFolder, runCommand, SetupError, step } from './run-command.ts';

/**
 * Terminals and doomed desks are started some twelve hundred times a run, and to read fifteen hundred modules one by one
 * takes three times as long as what they are started for. They are bundled once, as the shipped program is. In a process
 * of its own: Vite sets NODE_ENV for whoever calls it, and tests would begin in another world after a build than without.
 */
export const buildProcesses = (): Promise<void> =>
  makeIfStale({
    sources: ['src', 'resources', 'test/fixtures', 'scripts', 'package.json', 'package-lock.json'],
    stamp: 'out/test/built-from',
    outputs: Object.keys(processes).map((name) => `${folder}/${name}.js`),
    make: () =>
      step('building what tests start', async () => {
        const tool = path.join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
        const config = path.join(import.meta.dirname, 'processes.config.ts');
        const result = await runCommand(process.execPath, [tool, 'build', '--config', config]);
        if (result.code !== 0)
          throw new SetupError(`What tests start could not be built.\n${lastLines(result, 60)}`);
      }),
  });

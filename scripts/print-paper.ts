import { spawn } from 'node:child_process';
import { hasDisplay, withPrivateDisplay } from './display.ts';
import { electronEnvironment, sandboxArguments } from './electron-runtime.ts';
import { prepareDesk } from './prepare.ts';
import { projectFolder, runScript } from './run-command.ts';

/** HTML on standard input, a PDF to the file given: by the same Chromium that prints in the window. */
await runScript(async () => {
  const electron = await prepareDesk();
  const print = () =>
    new Promise<number>((resolve, reject) => {
      const child = spawn(
        electron.executable,
        [
          projectFolder,
          ...sandboxArguments(),
          '--disable-gpu',
          '--log-level=3',
          '--print-page',
          process.argv.at(-1) ?? '',
        ],
        { cwd: projectFolder, stdio: ['inherit', 'ignore', 'inherit'], env: electronEnvironment(electron) },
      );
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 1));
    });
  return hasDisplay() ? print() : withPrivateDisplay(print);
});

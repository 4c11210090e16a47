import path from 'node:path';
import { hasDisplay } from './display.ts';
import { electronEnvironment, findElectron, sandboxArguments } from './electron-runtime.ts';
import { projectFolder, runInForeground, runScript, SetupError } from './run-command.ts';

await runScript(async () => {
  if (!hasDisplay()) {
    throw new SetupError('npm run dev needs a display. Without one, use npm run tour or npm test.');
  }
  const electron = await findElectron();
  console.log(electron.label);
  const tool = path.join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [tool, 'dev', '--watch', '--', ...sandboxArguments(), ...process.argv.slice(2)];
  return await runInForeground(process.execPath, args, { env: electronEnvironment(electron) });
});

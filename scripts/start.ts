import { hasDisplay } from './display.ts';
import { electronEnvironment, sandboxArguments } from './electron-runtime.ts';
import { prepareDesk } from './prepare.ts';
import { projectFolder, runInForeground, runScript } from './run-command.ts';
import { runTour } from './run-tour.ts';

await runScript(async () => {
  const electron = await prepareDesk();
  if (!hasDisplay()) {
    console.log('There is no display here, so the program is shown in pictures instead.');
    return await runTour(electron, process.argv.slice(2));
  }
  // `electron .` would do, but the folder in full makes the process list tell which copy runs.
  const args = [projectFolder, ...sandboxArguments(), ...process.argv.slice(2)];
  return await runInForeground(electron.executable, args, { env: electronEnvironment(electron) });
});

import { buildProcesses } from './build-processes.ts';
import { prepareDesk } from './prepare.ts';
import { runScript } from './run-command.ts';
import { runTour } from './run-tour.ts';

await runScript(async () => {
  const [electron] = await Promise.all([prepareDesk(), buildProcesses()]);
  return await runTour(electron, process.argv.slice(2));
});

import { prepareDesk } from './prepare.ts';
import { runScript } from './run-command.ts';
import { runTour } from './run-tour.ts';

await runScript(async () => await runTour(await prepareDesk(), process.argv.slice(2)));

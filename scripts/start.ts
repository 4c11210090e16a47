import { existsSync } from 'node:fs';
import { createDemonstration } from '../src/main/demo/create-demonstration.ts';
import { dataFolder, wardFileOf } from '../src/main/desk/folder.ts';
import { instantFromMillis } from '../src/shared/rules/instant.ts';
import { hasDisplay } from './display.ts';
import { electronEnvironment, sandboxArguments } from './electron-runtime.ts';
import { prepareDesk } from './prepare.ts';
import { projectFolder, runInForeground, runScript } from './run-command.ts';
import { runTour } from './run-tour.ts';

await runScript(async () => {
  const electron = await prepareDesk();
  const given = process.argv.slice(2);
  if (!hasDisplay()) {
    console.log('There is no display here, so the program is shown in pictures instead.');
    return await runTour(electron, given);
  }
  // `electron .` would do, but the folder in full makes the process list tell which copy runs.
  const args = [projectFolder, ...sandboxArguments(), ...(await demonstration(given)), ...given];
  return await runInForeground(electron.executable, args, { env: electronEnvironment(electron) });
});

/** Whoever has set up a hospital gets it, and whoever says `--real` sets one up; everybody else gets a demonstration ward, filled at the first start. */
async function demonstration(given: readonly string[]): Promise<string[]> {
  if (given.includes('--real')) return [];
  const at = given.indexOf('--data');
  const named =
    given.find((word) => word.startsWith('--data='))?.slice('--data='.length) ??
    (at < 0 ? undefined : given[at + 1]);
  const path = dataFolder(named, process.env, process.platform);
  if (existsSync(wardFileOf({ path, demo: false }))) return [];
  const file = wardFileOf({ path, demo: true });
  if (!existsSync(file)) {
    console.log('Filling a demonstration ward with made-up people (about 10 s, the first time only) …');
    const log = {
      defect: (_id: string, name: string, error: unknown) => console.error(name, error),
      slow: () => undefined,
    };
    await createDemonstration(file, {
      patients: 860,
      days: 10,
      seed: 2022,
      now: instantFromMillis(Date.now()),
      log,
    });
  }
  return ['--demo'];
}

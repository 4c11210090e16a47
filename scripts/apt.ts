import { commandExists, lastLines, runCommand, SetupError, step } from './run-command.ts';

/** Root on a machine with apt may install what is missing; everybody else is told what to install. */
export function mayInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && commandExists('apt-get');
}

const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const waitForOthers = ['-o', 'DPkg::Lock::Timeout=600'];

let lane: Promise<unknown> = Promise.resolve();

/** Installs Debian packages, one call after the other: apt allows a single one at a time. */
export function installPackages(packages: string[], what: string): Promise<void> {
  const turn = lane.then(() => step(`installing ${what} (${packages.join(' ')})`, () => install(packages)));
  lane = turn.catch(() => {});
  return turn;
}

async function install(packages: string[]): Promise<void> {
  const args = [...waitForOthers, 'install', '-y', '--no-install-recommends', ...packages];
  const first = await runCommand('apt-get', args, { env: environment });
  if (first.code === 0) return;
  // Package lists that are missing or too old are the usual reason.
  await runCommand('apt-get', [...waitForOthers, 'update'], { env: environment });
  const second = await runCommand('apt-get', args, { env: environment });
  if (second.code !== 0) {
    throw new SetupError(`apt-get could not install ${packages.join(' ')}.\n${lastLines(second)}`);
  }
}

/** The first of these names that the distribution has: names change with releases (libasound2, libasound2t64). */
export async function availableName(alternatives: readonly string[]): Promise<string> {
  if (alternatives.length > 1) await packageLists();
  for (const name of alternatives) if (await hasCandidate(name)) return name;
  return alternatives.at(-1) ?? '';
}

async function hasCandidate(name: string): Promise<boolean> {
  const { stdout } = await runCommand('apt-cache', ['policy', name]);
  return /Candidate: (?!\(none\))/.test(stdout);
}

let lists: Promise<unknown> | undefined;

/** Without any package list apt knows no name at all; a slimmed image starts like this. */
async function packageLists(): Promise<void> {
  if ((await hasCandidate('xvfb')) || !mayInstall()) return;
  lists ??= step('updating the package lists', () =>
    runCommand('apt-get', [...waitForOthers, 'update'], { env: environment }),
  );
  await lists;
}

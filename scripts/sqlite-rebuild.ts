import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { installPackages, mayInstall } from './apt.ts';
import { renameUnlessThere } from './electron-registry.ts';
import {
  cacheFolder,
  commandExists,
  lastLines,
  projectFolder,
  runCommand,
  runNpm,
  SetupError,
  step,
  withWorkFolder,
} from './run-command.ts';

const require = createRequire(import.meta.url);
/** better-sqlite3-multiple-ciphers, under the name that everybody imports (docs/decisions/encryption-at-rest.md). */
const sources = path.join(projectFolder, 'node_modules', 'better-sqlite3');

/** The first Node-API that better-sqlite3's prebuilt addon needs. An Electron with less takes a rebuilt one. */
export const prebuiltNodeApi = 10;

const optOut = 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Where a rebuilt addon belongs: outside node_modules, so that plain Node keeps the prebuilt one. */
function rebuiltFolder(electronVersion: string): string {
  // Its own name: better-sqlite3 is an alias (package.json), and both have a version 13.
  const { name, version } = JSON.parse(readFileSync(path.join(sources, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return path.join(
    cacheFolder,
    `${name}-${version}-for-${electronVersion}-${process.platform}-${process.arch}`,
  );
}

export interface RebuildFor {
  version: string;
  /** Resolves when the executable and the libraries it needs are there: building does not wait, proving does. */
  executable: Promise<string>;
}

/** The addon for an Electron whose Node-API is older than the prebuilt one's; built and proved once. */
export async function rebuiltSqlite({ version, executable }: RebuildFor): Promise<string> {
  const folder = rebuiltFolder(version);
  const binding = path.join(folder, 'better_sqlite3.node');
  if (existsSync(binding)) return binding;
  await needCompiler();
  const headers = await nodeHeaders();
  await withWorkFolder(async (work) => {
    const fresh = path.join(work, 'ready');
    await step('rebuilding better-sqlite3 for it (once, 1 to 2 minutes)', async () => {
      const built = await compile(work, headers);
      await mkdir(fresh);
      await rename(built, path.join(fresh, 'better_sqlite3.node'));
    });
    await prove(await executable, path.join(fresh, 'better_sqlite3.node'), work);
    await renameUnlessThere(fresh, folder);
  });
  return binding;
}

async function compile(work: string, headers: string | null): Promise<string> {
  const copy = path.join(work, 'better-sqlite3');
  await cp(sources, copy, { recursive: true, filter: (from) => !/[\\/](prebuilds|build)$/.test(from) });
  await copyDependency('node-addon-api', copy);
  await askForExperimentalNodeApi(path.join(copy, 'binding.gyp'));
  const nodeGyp = require.resolve('node-gyp/bin/node-gyp.js');
  const args = ['rebuild', '--release', '--force_build=1', '-j', String(os.availableParallelism())];
  if (headers) args.push(`--nodedir=${headers}`);
  const result = await runCommand(process.execPath, [nodeGyp, ...args], {
    cwd: copy,
    timeoutMs: 20 * 60_000,
  });
  const built = path.join(copy, 'build', 'Release', 'better_sqlite3.node');
  if (result.code !== 0 || !existsSync(built)) {
    const advice = headers
      ? `The Node headers were taken from ${headers}.`
      : 'No Node headers were found on this machine and node-gyp could not download them: install Node 20 or later with its headers, or set npm_config_nodedir to a folder that has them under include/node.';
    throw new SetupError(`better-sqlite3 could not be rebuilt. ${advice}\n${lastLines(result)}`);
  }
  return built;
}

/** Of better-sqlite3's own dependencies, wherever npm has put it: binding.gyp asks for its headers. */
async function copyDependency(name: string, copy: string): Promise<void> {
  const manifest = createRequire(path.join(sources, 'package.json')).resolve(`${name}/package.json`);
  await cp(path.dirname(manifest), path.join(copy, 'node_modules', name), { recursive: true });
}

/**
 * The sources ask for Node-API 10; an older Electron has its functions, but only under the experimental
 * version, and there finalizers must opt out of running inside the garbage collector.
 */
async function askForExperimentalNodeApi(file: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = before.replace("'NAPI_VERSION=10'", `'NAPI_EXPERIMENTAL', '${optOut}'`);
  if (after === before) {
    throw new SetupError(
      'better-sqlite3 has changed the Node-API version it builds for: look at scripts/sqlite-rebuild.ts.',
    );
  }
  await writeFile(file, after);
}

async function needCompiler(): Promise<void> {
  // Each is also the name of its Debian package.
  const tools = ['g++', 'make', 'python3'];
  const missing = tools.filter((tool) => !commandExists(tool));
  if (missing.length === 0) return;
  if (mayInstall()) await installPackages(missing, 'the C++ compiler');
  else
    throw new SetupError(
      `better-sqlite3 must be rebuilt for this Electron, and ${missing.join(', ')} is missing.\nInstall it, on Debian or Ubuntu: sudo apt-get install -y ${missing.join(' ')}`,
    );
}

/** A folder with include/node, or null when node-gyp has to download the headers. */
async function nodeHeaders(): Promise<string | null> {
  const asked = process.env.npm_config_nodedir || (await runNpm(['config', 'get', 'nodedir'])).stdout.trim();
  // Under npm this is the machine's own Node, whose headers lie beside it when it came from nodejs.org.
  const outerNode = process.env.npm_node_execpath;
  const candidates = [
    asked,
    outerNode ? path.resolve(path.dirname(outerNode), '..') : '',
    path.resolve(path.dirname(process.execPath), '..'),
    '/usr/local',
    '/usr',
  ];
  return (
    candidates.find((folder) => folder && headersAreNewEnough(path.join(folder, 'include', 'node'))) ?? null
  );
}

function headersAreNewEnough(folder: string): boolean {
  const file = path.join(folder, 'js_native_api_types.h');
  const api = path.join(folder, 'js_native_api.h');
  return [file, api].some((name) => existsSync(name) && readFileSync(name, 'utf8').includes(optOut));
}

async function prove(executable: string, binding: string, work: string): Promise<void> {
  const result = await runCommand(
    executable,
    [path.join(import.meta.dirname, 'sqlite-proof.cjs'), binding, work],
    {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      timeoutMs: 60_000,
    },
  );
  if (result.code !== 0 || !result.stdout.includes('proved')) {
    throw new SetupError(`The rebuilt better-sqlite3 does not work in this Electron.\n${lastLines(result)}`);
  }
}

import { cpSync, existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronRuntime } from '../electron-runtime.ts';
import { projectFolder, SetupError } from '../run-command.ts';
import { nativeAddons } from './native-addons.ts';

export interface Manifest {
  name: string;
  productName: string;
  version: string;
  description: string;
  main: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies: { electron: string };
}

export const readManifest = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));

/**
 * Lays out in `folder` what goes into app.asar: the built files without their maps, resources, and the packages with
 * native addons, each with what it needs while running. Nothing of the sources, of the tools or of other platforms.
 */
export async function stageApp(folder: string, runtime: ElectronRuntime, version: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { name, productName, description, main, dependencies = {} } = await readManifest(projectFolder);
  const addons = Object.fromEntries(nativeAddons.map((addon) => [addon, dependencies[addon]]));
  const identity = { name, productName, version, description, author: productName };
  const manifest = { ...identity, type: 'module', main, dependencies: addons };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const builtFiles = (file: string) => !file.endsWith('.map') && !file.endsWith('built-from');
  await cp(path.join(projectFolder, 'out'), path.join(folder, 'out'), {
    recursive: true,
    filter: builtFiles,
  });
  await cp(path.join(projectFolder, 'resources'), path.join(folder, 'resources'), { recursive: true });
  for (const addon of nativeAddons) await stagePackage(addon, projectFolder, folder, new Set());
  await stageSqlite(path.join(folder, 'node_modules', 'better-sqlite3'), runtime);
}

/** A package and, beside it, those it asks for while running; sources, headers and readmes stay behind. */
async function stagePackage(name: string, from: string, folder: string, done: Set<string>): Promise<void> {
  if (done.has(name)) return;
  done.add(name);
  const source = findPackage(name, from);
  if (!source) throw new SetupError(`${name} is not installed: run npm ci.`);
  const runs = (file: string) => /\.(c?js|mjs|json|node)$|[\\/]LICEN[CS]E[^\\/]*$/i.test(file);
  const isHeaders = (file: string) => /[\\/](deps|src|node_modules)$/.test(file);
  cpSync(source, path.join(folder, 'node_modules', name), {
    recursive: true,
    filter: (file) => file === source || (!isHeaders(file) && (runs(file) || !path.extname(file))),
  });
  const { dependencies = {}, optionalDependencies = {} } = await readManifest(source);
  for (const needed of Object.keys(dependencies)) await stagePackage(needed, source, folder, done);
  // Of these npm has installed the one for this platform: the addon itself.
  for (const possible of Object.keys(optionalDependencies)) {
    if (findPackage(possible, source)) await stagePackage(possible, source, folder, done);
  }
}

/** As Node looks for it, without asking what the package exports. */
function findPackage(name: string, from: string): string | null {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(found, 'package.json'))) return found;
    if (path.dirname(folder) === folder) return null;
  }
}

/** Of the addons for eight platforms the one for this, or the one rebuilt for an older Electron in its place. */
async function stageSqlite(folder: string, { sqliteBinding }: ElectronRuntime): Promise<void> {
  const prebuilds = path.join(folder, 'prebuilds');
  const own = `${process.platform}-${process.arch}.node`;
  for (const file of await readdir(prebuilds)) {
    if (file !== own || sqliteBinding !== null) await rm(path.join(prebuilds, file));
  }
  if (sqliteBinding === null) return;
  const rebuilt = path.join(folder, 'build', 'Release');
  await mkdir(rebuilt, { recursive: true });
  await cp(sqliteBinding, path.join(rebuilt, 'better_sqlite3.node'));
}

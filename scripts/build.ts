import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lastLines, projectFolder, runCommand, runScript, SetupError, step } from './run-command.ts';

const sources = [
  'src',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.json',
];
const stamp = path.join(projectFolder, 'out', 'built-from');
const outputs = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds out/ when it is missing, unfinished, or made from other sources. */
export async function buildIfStale(): Promise<void> {
  const state = await sourceState();
  const whole = outputs.every((file) => existsSync(path.join(projectFolder, file)));
  const builtFrom = await readFile(stamp, 'utf8').catch(() => '');
  if (!whole || builtFrom !== state) await build();
}

export async function build(): Promise<void> {
  // Taken before the build, so that a file saved during it makes the next start build again.
  const state = await sourceState();
  await rm(stamp, { force: true });
  await step('building', async () => {
    const tool = path.join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const result = await runCommand(process.execPath, [tool, 'build', '--logLevel', 'warn']);
    if (result.code !== 0) throw new SetupError(`The build failed.\n${lastLines(result, 60)}`);
  });
  await writeFile(stamp, state);
}

/** Names, sizes and times of every source file: a deleted one counts as a change, too. */
async function sourceState(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const full = path.join(projectFolder, source);
    const info = await stat(full).catch(() => null);
    if (!info) continue;
    const files = info.isDirectory() ? (await readdir(full, { recursive: true })).sort() : [''];
    for (const file of files) {
      const { size, mtimeMs } = await stat(path.join(full, file));
      hash.update(`${source}/${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  await runScript(async () => {
    await build();
    return 0;
  });
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from './run-command.ts';

/** Files that are made from sources, and where it is written down what they were made from. */
export interface Built {
  sources: readonly string[];
  stamp: string;
  outputs: readonly string[];
  make(): Promise<void>;
}

const inProject = (file: string): string => path.join(projectFolder, file);

/** Makes them when one is missing, unfinished, or made from other sources. */
export async function makeIfStale(built: Built): Promise<void> {
  const state = await sourceState(built.sources);
  const whole = built.outputs.every((file) => existsSync(inProject(file)));
  const builtFrom = await readFile(inProject(built.stamp), 'utf8').catch(() => '');
  if (!whole || builtFrom !== state) await make(built);
}

export async function make(built: Built): Promise<void> {
  // Taken before the build, so that a file saved during it makes the next start build again.
  const state = await sourceState(built.sources);
  await rm(inProject(built.stamp), { force: true });
  await built.make();
  await writeFile(inProject(built.stamp), state);
}

/** Names, sizes and times of every source file: a deleted one counts as a change, too. */
async function sourceState(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const full = inProject(source);
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

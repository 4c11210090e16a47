import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

export const projectFolder = path.resolve(import.meta.dirname, '..');
export const cacheFolder = path.join(projectFolder, '.cache', 'electron');

const halfDone = 'half-done-';

/**
 * A folder in the cache for something that is moved to its final name when it is whole, and thrown away
 * otherwise: whatever has its final name can be trusted. Leftovers of killed runs go after a few hours.
 */
export async function withWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(cacheFolder, { recursive: true });
  for (const name of await readdir(cacheFolder)) {
    const leftover = path.join(cacheFolder, name);
    const age = Date.now() - ((await stat(leftover).catch(() => null))?.mtimeMs ?? Date.now());
    if (name.startsWith(halfDone) && age > 3 * 60 * 60 * 1000)
      await rm(leftover, { recursive: true, force: true });
  }
  const folder = await mkdtemp(path.join(cacheFolder, halfDone));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Something that the person at the terminal can put right: printed as it is, without a stack. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/** One line for each step, and a second one with the time when it took long enough to wonder. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  console.log(`· ${title}`);
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  if (seconds > 2) console.log(`  ${seconds.toFixed(0)} s: ${title}`);
  return result;
}

export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  timeoutMs?: number;
}

/** Runs a command quietly and hands back what it said; -1 when it could not be started or was stopped. */
export function runCommand(
  command: string,
  args: string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectFolder,
      env: { ...(options.env ?? process.env), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const timer = options.timeoutMs
      ? setTimeout(() => {
          stderr += `\nstopped after ${options.timeoutMs} ms`;
          child.kill('SIGKILL');
        }, options.timeoutMs)
      : undefined;
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: -1, stdout, stderr: stderr + error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? -1, stdout, stderr });
    });
  });
}

/** Runs a command that talks to the terminal itself; its exit code, and Ctrl+C reaches it first. */
export function runInForeground(
  command: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectFolder, stdio: 'inherit', ...options });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

/** Looked up by hand: `which` is itself missing on some small systems. */
export function commandExists(command: string): boolean {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, command)));
}

/** npm is a script of its own: under `npm run` it says where it is, otherwise the one in PATH is taken. */
export function runNpm(args: string[], options: CommandOptions = {}): Promise<CommandResult> {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runCommand(process.execPath, [npm, ...args], options);
  return runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** The last lines of a failed command, enough to see why. */
export function lastLines(result: CommandResult, count = 15): string {
  return `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-count).join('\n');
}

export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof SetupError) console.error(`\n${error.message}`);
    else console.error(error);
    process.exitCode = 1;
  }
}

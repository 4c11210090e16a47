import { open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Readable by its owner alone: what is copied here is the record of patients. */
export const OWNER_ONLY = 0o600;

/**
 * Makes a rename, a new file or a removed one in this folder survive a power cut. Windows cannot open folders and keeps
 * names by itself; some network and USB file systems refuse, and have nothing better.
 */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (!handle) return;
  try {
    await handle.sync();
  } catch {
    // As said above.
  } finally {
    await handle.close();
  }
}

/** The file has either its old text or the new one, whatever happens. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const part = temporaryBeside(file);
  const handle = await open(part, 'wx', OWNER_ONLY);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
  await syncFolder(dirname(file));
}

let made = 0;

/** A name for what is not finished; {@link sweepTemporary} takes it away once its process is gone. */
export function temporaryIn(folder: string, ending: 'part' | 'snapshot'): string {
  made += 1;
  return join(folder, `.unfinished-${process.pid}-${Date.now().toString(36)}-${made}.${ending}`);
}

const temporaryBeside = (file: string): string => temporaryIn(dirname(file), 'part');

const TEMPORARY = /^\.unfinished-(\d+)-[0-9a-z-]+\.(part|snapshot)(-wal|-shm|-journal)?$/;
/** Numbers of processes are used again; nothing unfinished is worked on for a day. */
const NEVER_SO_LONG_MS = 24 * 3_600_000;

/** Removes what a killed program left unfinished, and nothing that one is working on. */
export async function sweepTemporary(folder: string): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = TEMPORARY.exec(name)?.[1];
    if (pid === undefined) continue;
    const file = join(folder, name);
    const old = await stat(file).catch(() => null);
    if (!old || (isRunning(Number(pid)) && Date.now() - old.mtimeMs < NEVER_SO_LONG_MS)) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What an ordinary user may still write there, in bytes. */
export async function freeSpace(folder: string): Promise<{ free: number; total: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

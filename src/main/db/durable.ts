import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/*
 * What must be on the disk, whole, whatever happens. In this thread, as the commit of an act waits for the disk in it;
 * large files are written by threads of their own (backups/backup-file.ts).
 */

/** Readable by its owner alone: keys, and copies of the records of patients. */
export const OWNER_ONLY = 0o600;

/** An empty one, for SQLite to fill: it would make one that everybody reads, and gives -wal and -shm the file's own mode. */
export const makeOwnFile = (file: string): void => closeSync(openSync(file, 'wx', OWNER_ONLY));

/** Takes a file of an earlier version, which everybody could read, for its owner alone. By its name: closing a handle would let go of SQLite's locks. */
export function keepToOwner(file: string): void {
  try {
    chmodSync(file, OWNER_ONLY);
  } catch {
    // It is not there, or somebody else's, or on a disk that knows no owners.
  }
}

/**
 * One level after the other: Node's own recursion never ends where a folder cannot be made, as under /proc. Nobody but
 * its owner looks into one that is made; one that is there stays as its owner has it. Answers which were made.
 */
export function makeFolder(path: string): string[] {
  if (existsSync(path)) return [];
  const made = dirname(path) === path ? [] : makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
    return [...made, path];
  } catch (error) {
    // Another desk may have been quicker; that is as good.
    if (!existsSync(path)) throw error;
    return made;
  }
}

/** What a folder cannot be told apart from a disk that fails; network and USB file systems merely refuse. */
const OF_THE_DISK: ReadonlySet<unknown> = new Set(['EIO', 'ENOSPC', 'EDQUOT']);

/**
 * Makes a rename, a new file or a removed one in this folder survive a power cut. Windows cannot open folders and keeps
 * names by itself; some network and USB file systems refuse, and have nothing better.
 */
export function syncFolder(folder: string): void {
  try {
    syncOpened(openSync(folder, 'r'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && OF_THE_DISK.has(error.code)) throw error;
  }
}

/** Makes what was written to a file survive a power cut. */
export const syncFile = (file: string): void => syncOpened(openSync(file, 'r+'));

function syncOpened(handle: number): void {
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What is on the disk after a power cut is the old file or the new one, whole. */
export function writeDurably(file: string, text: string): void {
  const part = writtenPart(file, text);
  renameSync(part, file);
  syncFolder(dirname(file));
}

/** The same for a file that must not be there yet; EEXIST where it is. */
export function writeNewDurably(file: string, text: string): void {
  const part = writtenPart(file, text);
  try {
    linkSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  syncFolder(dirname(file));
}

function writtenPart(file: string, text: string): string {
  const part = temporaryIn(dirname(file), 'part');
  const handle = openSync(part, 'wx', OWNER_ONLY);
  try {
    // All of it: a single write may take in a part, as on a disk with little room.
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return part;
}

/**
 * Overwrites a file before it is removed. A hard disk has nothing of it then; an SSD, or a file system that copies on
 * write, may keep the old blocks: only encrypting the whole disk helps against that. What has another name as well is
 * wanted there, and loses this one only.
 */
export function wipe(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r+');
  try {
    const { size, nlink } = fstatSync(handle);
    const zeros = Buffer.alloc(1 << 20);
    for (let at = 0; nlink === 1 && at < size; )
      at += writeSync(handle, zeros, 0, Math.min(zeros.length, size - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(file);
  syncFolder(dirname(file));
}

let made = 0;

/**
 * A name for what is not finished; {@link sweepTemporary} takes it away once its process is gone. `pc` is for a folder that
 * other PCs write to as well, where a process is known by its number and its PC.
 */
export function temporaryIn(folder: string, ending: 'part' | 'snapshot', pc = ''): string {
  made += 1;
  const who = `${process.pid}-${Date.now().toString(36)}-${threadId}-${made}${pc && `@${pc}`}`;
  return join(folder, `.unfinished-${who}.${ending}`);
}

const TEMPORARY = /^\.unfinished-(\d+)-[0-9a-z-]+(?:@([0-9a-f]+))?\.(part|snapshot)(-wal|-shm|-journal)?$/;
/** Numbers of processes are used again; nothing unfinished is worked on for a day. */
const NEVER_SO_LONG_MS = 24 * 3_600_000;

/** Overwrites what a killed program left unfinished, which may name patients, and nothing that one is working on. */
export function sweepTemporary(folder: string, pc = ''): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [, pid, writer = ''] = TEMPORARY.exec(entry.name) ?? [];
    // Of such a name somebody else could make a link to anything.
    if (pid === undefined || !entry.isFile()) continue;
    const file = join(folder, entry.name);
    if (writer === pc ? !isAtWork(file, Number(pid)) : !isRecent(file)) wipe(file);
  }
}

/** Is that process working on this file? */
export function isAtWork(file: string, pid: number): boolean {
  return isRunning(pid) && isRecent(file);
}

function isRecent(file: string): boolean {
  const there = statSync(file, { throwIfNoEntry: false });
  return there !== undefined && Date.now() - there.mtimeMs < NEVER_SO_LONG_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is on the disk after a power cut is the old file or the new one, whole. Only the account itself may read it. */
export function writeAtomically(file: string, text: string): void {
  const fresh = `${file}.unfinished`;
  writeDurably(fresh, text);
  renameSync(fresh, file);
  syncFolder(dirname(file));
}

/** The same for a file that must not be there yet; EEXIST where it is. */
export function writeNewAtomically(file: string, text: string): void {
  const fresh = `${file}.unfinished`;
  writeDurably(fresh, text);
  try {
    linkSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
  syncFolder(dirname(file));
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts the names themselves on the disk. Windows has no such call, and writes them by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { keysFileOf } from './key-file.ts';
import { syncFolder } from './write-atomically.ts';

/** Names that exist only while a ward is being protected (protect-ward.ts), or after that was interrupted. */
export const sealingNames = (file: string) => ({
  /** The encrypted copy, until it is whole and checked. */
  copy: `${file}.sealing`,
  /** The key file of the encrypted copy, until that has the ward's name. */
  keys: `${keysFileOf(file)}.sealing`,
  /** The plain file, from the moment on when the encrypted one has its name. */
  plain: `${file}.plain`,
});

/**
 * To be called when the ward is open, which it cannot be while it is being protected: puts right what an interrupted
 * protection left. Where power failed between its two renames the encrypted file has the ward's name already, and its
 * key file gets its own now; before them nothing had happened to the ward.
 */
export function settleProtection(file: string, sealed: boolean): void {
  const { copy, keys, plain } = sealingNames(file);
  if (sealed && existsSync(keys)) {
    renameSync(keys, keysFileOf(file));
    syncFolder(dirname(file));
  }
  for (const left of [keys, copy, `${copy}-journal`]) rmSync(left, { force: true });
  if (sealed) wipe(plain);
  else rmSync(plain, { force: true });
}

/**
 * Overwrites a file before it is removed. A hard disk has nothing of it then; an SSD, or a file system that copies on
 * write, may keep the old blocks: only encrypting the whole disk helps against that.
 */
export function wipe(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    const zeros = Buffer.alloc(1 << 20);
    for (let at = 0; at < size; at += zeros.length)
      writeSync(handle, zeros, 0, Math.min(zeros.length, size - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(file);
}

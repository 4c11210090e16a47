import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, wipe } from '../db/durable.ts';
import { keysFileOf } from './key-file.ts';

/** Names that exist only while a ward is being protected (protect-ward.ts), or after that was interrupted. */
export const sealingNames = (file: string) => ({
  /** The encrypted copy, until it is whole and checked. */
  copy: `${file}.sealing`,
  /** The key file of the encrypted copy, until that has the ward's name. */
  keys: `${keysFileOf(file)}.sealing`,
  /** The plain file and its key file: other names for them, and the only ones once the encrypted ones have theirs. */
  plain: `${file}.plain`,
  plainKeys: `${keysFileOf(file)}.plain`,
});

/**
 * To be called before the keys of a ward are looked for. Where power failed between the two renames of a protection the
 * encrypted file has the ward's name already, and its key file gets its own now. Which of them has the name is asked of
 * the file system and the file is not opened: closing it would take away this process's locks on it (POSIX).
 */
export function settleKeys(file: string): void {
  const { keys, plain } = sealingNames(file);
  const [now, before] = [file, plain].map((each) => statSync(each, { bigint: true, throwIfNoEntry: false }));
  if (!now || !before || now.ino === before.ino || !existsSync(keys)) return;
  renameSync(keys, keysFileOf(file));
  syncFolder(dirname(file));
}

/**
 * To be called when the ward is open, which it cannot be while it is being protected: takes away what an interrupted
 * protection left. Where it did not come to its end that is a copy that was not finished, and second names for what is
 * there: only what has no other name any more is overwritten.
 */
export function settleProtection(file: string, sealed: boolean): void {
  const { copy, keys, plain, plainKeys } = sealingNames(file);
  // Until it was encrypted the copy was a plain one.
  for (const left of [keys, copy, `${copy}-journal`]) wipe(left);
  for (const [left, present] of [
    [plain, file],
    [plainKeys, keysFileOf(file)],
  ] as const) {
    if (sealed && !isSameFile(left, present)) wipe(left);
    else rmSync(left, { force: true });
  }
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((each) => statSync(each, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}

import { headOf } from '../db/sealed-file.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import { type KeyFile, KeyFileDamaged, keysFileOf, readKeyFile, writeNewKeyFile } from './key-file.ts';
import { newOpenKeys, openKeys, type WardKeys } from './ward-keys.ts';
import type { WardSecret } from './ward-secret.ts';

/** What the file beside the ward says; null where there is none. */
export function keyFileBeside(file: string): KeyFile | null {
  try {
    return readKeyFile(keysFileOf(file));
  } catch (error) {
    if (error instanceof KeyFileDamaged) throw new WardFileError('keys-damaged', keysFileOf(file));
    throw error;
  }
}

/** Null also where it cannot be read or understood: why, opening the ward tells. */
export function keyFileIfReadable(file: string): KeyFile | null {
  try {
    return keyFileBeside(file);
  } catch {
    return null;
  }
}

/** With what a ward file may be opened: `given`, or the secret that stands in the open beside it. */
export interface KeysOfFile {
  keys: KeyFile | null;
  secret: WardSecret | null;
}

export function keysOfFile(file: string, given: WardSecret | null): KeysOfFile {
  const keys = keyFileBeside(file);
  return { keys, secret: given ?? (keys && secretInTheOpen(file, keys)) };
}

/**
 * Why a file that is no database opens neither as it is nor with its key: nobody had the key (`locked`,
 * `keys-missing`), the key is another ward's, it is damaged, or it was never a ward. Reads the file itself, which nobody
 * of this process can have open: closing it here would take away their locks (POSIX).
 */
export function faultOfUnreadable(file: string, { keys, secret }: KeysOfFile): WardFileError {
  switch (headOf(file, secret)) {
    case 'ours':
    case 'plain':
      // Of a plain one: it was no database a moment ago.
      return new WardFileError('damaged', file);
    case 'sealed':
      if (secret) return new WardFileError('wrong-key', file);
      return keys ? new WardFileError('locked', file) : new WardFileError('keys-missing', keysFileOf(file));
    default:
      return new WardFileError('not-a-ward', file);
  }
}

function secretInTheOpen(file: string, keys: KeyFile): WardSecret | null {
  try {
    return openKeys(keys)?.secret ?? null;
  } catch (error) {
    if (error instanceof KeyFileDamaged) throw new WardFileError('keys-damaged', keysFileOf(file));
    throw error;
  }
}

/** A ward of an earlier version gets its key file when it is first opened: in the open, until somebody protects it. */
export function makeOpenKeys(file: string, wardId: string): WardKeys {
  const made = newOpenKeys(wardId);
  try {
    writeNewKeyFile(keysFileOf(file), made.file);
    return made;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  // Another desk was quicker.
  const theirs = keyFileBeside(file);
  const keys = theirs && openKeys(theirs);
  if (!keys) throw new WardFileError('locked', file);
  return keys;
}

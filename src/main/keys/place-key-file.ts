import { existsSync, renameSync, rmSync } from 'node:fs';
import { type KeyFile, keysFileOf, writeNewKeyFile } from './key-file.ts';

/**
 * Puts the key file of a new ward in its place, before the ward itself gets its name: an encrypted file without it
 * would be lost. One that is there although its ward is not may be the last that opens a copy of that, and is kept
 * under another name. Returns how to undo this.
 */
export function placeKeyFile(file: string, keys: KeyFile): () => void {
  const place = keysFileOf(file);
  const aside = existsSync(place) ? `${place}.${Date.now()}` : null;
  if (aside) renameSync(place, aside);
  writeNewKeyFile(place, keys);
  return () => (aside ? renameSync(aside, place) : rmSync(place, { force: true }));
}

import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { backupFolderOf } from '../backups/backup-folder.ts';
import { setAsideOf } from '../backups/swap-ward.ts';
import { keysFileOf } from '../keys/key-file.ts';

/**
 * What tells that a ward was here, where its file is gone: its keys, copies of it, wards that were set aside. A new ward
 * beside them would be taken for the old one, by people and by the next copy.
 */
export function leftOfWard(wardFile: string): string[] {
  const keys = keysFileOf(wardFile);
  const folders = [backupFolderOf(wardFile), setAsideOf(wardFile)];
  return [
    ...(existsSync(keys) ? [basename(keys)] : []),
    ...folders.flatMap((folder) => {
      const copies = namesIn(folder).filter((name) => folder === folders[1] || name.endsWith('.wardbackup'));
      return copies.length > 0 ? [join(basename(folder), `… (${copies.length})`)] : [];
    }),
  ];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

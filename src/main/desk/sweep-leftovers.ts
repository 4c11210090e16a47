import { dirname } from 'node:path';
import { backupFolderOf } from '../backups/backup-folder.ts';
import { sweepComing } from '../backups/swap-ward.ts';
import { sweepTemporary } from '../db/durable.ts';
import { type DeskFolder, exportFolderOf, wardFileOf } from './folder.ts';

/**
 * What a kill left half done in a ward's folders names patients, perhaps in the open: a copy that was being unpacked, a list
 * that was being written. Overwritten at the next start, and never what somebody is just working on.
 */
export function sweepLeftovers(folder: DeskFolder): void {
  const file = wardFileOf(folder);
  const folders = [dirname(file), backupFolderOf(file), exportFolderOf(folder)];
  for (const sweep of [() => sweepComing(file), ...folders.map((each) => () => sweepTemporary(each))]) {
    try {
      sweep();
    } catch {
      // A disk that cannot be written keeps nobody from reading the ward; what is the matter with it, opening that tells.
    }
  }
}

import { backupFolderOf, listCopies, targetFolderOf } from '../backups/backup-folder.ts';
import { readBackupSettings } from '../backups/backup-settings.ts';
import type { Reads } from '../ipc/context.ts';
import { readHospital } from '../ward/hospital-repository.ts';
import { readDone } from './audit-repository.ts';
import { type AuditHead, readHead } from './chain.ts';

/** What a restore stands on the trail as; its subject is the time of the copy that was gone back to. */
export const RESTORE = 'backups.restore';

/**
 * The heads that the backup copies of this ward carry, here and on the second target where that is at hand; each of them
 * must be in its trail. What was copied between the copy that a restore went back to and that restore belongs to a past
 * that was given up; that it was, stands on the trail itself, under its key.
 */
export async function headsOfCopies(db: Reads, wardFile: string): Promise<AuditHead[]> {
  const { wardId } = await readHospital(db);
  const restores = await readDone(db, RESTORE);
  const { target } = await readBackupSettings(wardFile);
  const copies = [
    ...(await listCopies(backupFolderOf(wardFile), 'first')),
    ...(target === null ? [] : await listCopies(targetFolderOf(target, wardId), 'second')),
  ];
  return copies.flatMap(({ info }) => {
    const head = info?.wardId === wardId && info.auditHead !== null ? readHead(info.auditHead) : null;
    const givenUp = restores.some(({ at, subject }) => info && info.takenAt > subject && info.takenAt <= at);
    return head && !givenUp ? [head] : [];
  });
}

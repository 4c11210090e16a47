import { existsSync } from 'node:fs';
import { isGenuine } from '../keys/key-file.ts';
import { keyFileBeside } from '../keys/keys-of-file.ts';
import { backupFolderOf, targetFolderOf } from './backup-folder.ts';
import { sealOldCopies } from './seal-old-copies.ts';
import { sealOldKeys, sealSetAside } from './seal-set-aside.ts';
import type { BackupKeys } from './take-backup.ts';

export interface EarlierOrder {
  wardFile: string;
  keys: BackupKeys;
  target: string | null;
}

/**
 * Seals what lies on this PC from before the ward was protected: copies here and on the second target, wards that were set
 * aside, key files. Done when the ward has been protected, and after every copy, for whatever was not at hand then.
 */
export async function sealEarlier({ wardFile, keys, target }: EarlierOrder): Promise<void> {
  const { sealed, secret, recipient } = keys;
  if (recipient === null) return;
  await sealOldCopies(backupFolderOf(wardFile), recipient);
  const file = sealed ? keyFileBeside(wardFile) : null;
  if (!file || !secret || !isGenuine(file, secret)) return;
  await sealSetAside(wardFile, { file, secret });
  await sealOldKeys(wardFile, { file, secret });
  const there = target === null ? null : targetFolderOf(target, file.wardId);
  if (there !== null && existsSync(there)) await sealOldCopies(there, recipient);
}

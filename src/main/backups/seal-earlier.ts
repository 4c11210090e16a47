import { existsSync } from 'node:fs';
import { earlierSecretsOf, forgetEarlierSecrets } from '../keys/earlier-secrets.ts';
import { isGenuine } from '../keys/key-file.ts';
import { keyFileBeside } from '../keys/keys-of-file.ts';
import { backupFolderOf, targetFolderOf } from './backup-folder.ts';
import { problemOf } from './problem.ts';
import { sealOldCopies } from './seal-old-copies.ts';
import { sealOldKeys } from './seal-old-keys.ts';
import { sealSetAside } from './seal-set-aside.ts';
import type { BackupKeys } from './take-backup.ts';

export interface EarlierOrder {
  wardFile: string;
  keys: BackupKeys;
  target: string | null;
}

/** A file or a folder from before that could not be sealed yet, and why. */
export interface StillPlain {
  file: string;
  problem: string;
}

/** Does something to one file; what goes wrong with it is told at the end, and keeps nobody from the next one. */
export type Each = (file: string, work: () => void | Promise<void>) => Promise<void>;

/**
 * Seals what lies on this PC from before the ward was protected: copies here and on the second target, wards that were set
 * aside, key files; and takes from a paper or passphrase of before what it would still open. Done when the ward was sealed,
 * and after every copy, for whatever was not at hand then. Never throws: answers what is left as it was, as on a disk that
 * can only be read, or of another account's.
 */
export async function sealEarlier({ wardFile, keys, target }: EarlierOrder): Promise<StillPlain[]> {
  const { sealed, secret, recipient } = keys;
  const left: StillPlain[] = [];
  const each: Each = async (file, work) => {
    try {
      await work();
    } catch (error) {
      left.push({ file, problem: problemOf(error) });
    }
  };
  if (recipient === null) return left;
  await each(wardFile, async () => {
    await sealOldCopies(backupFolderOf(wardFile), recipient, undefined, each);
    const file = sealed ? keyFileBeside(wardFile) : null;
    if (!file || !secret || !isGenuine(file, secret)) return;
    const keys = { file, secret, earlier: earlierSecretsOf(wardFile, secret) };
    const before = left.length;
    await sealSetAside(wardFile, keys, each);
    await sealOldKeys(wardFile, keys, each);
    if (left.length === before) forgetEarlierSecrets(wardFile);
    const there = target === null ? null : targetFolderOf(target, file.wardId);
    if (there !== null && existsSync(there)) await sealOldCopies(there, recipient, undefined, each);
  });
  return left;
}

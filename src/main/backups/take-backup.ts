import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BACKUP_FORMAT, type BackupInfo, type BackupReason } from '#shared/contract/backups.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { connect } from '../db/connect.ts';
import { makeFolder, sweepTemporary, temporaryIn } from '../db/durable.ts';
import { copyWhole } from '../db/whole-file.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { keysFileOf } from '../keys/key-file.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { copyDurably, digestOf, requireSame, writeBackupFile } from './backup-file.ts';
import {
  backupFolderOf,
  listCopies,
  putAway,
  rotate,
  sweepDescriptions,
  targetFolderOf,
} from './backup-folder.ts';
import { BadCopy, checkCopy } from './check-copy.ts';
import { requireSpace, SPARE_BYTES } from './free-space.ts';
import { problemOf } from './problem.ts';
import { type StillPlain, sealEarlier } from './seal-earlier.ts';
import { sourceOf } from './ward-source.ts';

/** What the ward's key file says, as far as a copy needs it. */
export interface BackupKeys {
  /** Null for a ward of an earlier program that has no key file yet. */
  secret: WardSecret | null;
  /** The database file is encrypted. */
  sealed: boolean;
  /** Public; null while the ward has no recovery key. */
  recipient: string | null;
}

export interface BackupOrder {
  wardFile: string;
  because: BackupReason;
  now: Instant;
  keys: BackupKeys;
  /** A folder chosen in the settings, on another disk; null where there is none. */
  target: string | null;
}

/** How the copying to the second target went. `missing`: the disk or the folder is not there. */
export type TargetResult = { state: 'none' | 'ok' | 'missing' } | { state: 'failed'; problem: string };

export interface Backup {
  file: string;
  info: BackupInfo;
  target: TargetResult;
  /** What of the ward still lies in the open from before it was protected. The copy is made all the same. */
  stillPlain: StillPlain[];
}

/** Copy and container, and some of what the ward itself writes meanwhile. */
const TIMES_THE_WARD = 2.2;

/**
 * Copies the ward while it is worked on, opens and checks the copy, packs it, seals it to the recovery key, and gives
 * it its name once it is on the disk; then the second target; then rotation. Takes seconds, so a window has it done in
 * a thread of its own. Refuses `backup-no-space` and `backup-failed`; what is left unfinished is swept by the next one.
 * Of a sealed ward the snapshot is sealed with the same key (db/whole-file.ts): nothing lies on the disk in the open.
 */
export async function takeBackup(order: BackupOrder): Promise<Backup> {
  const folder = backupFolderOf(order.wardFile);
  try {
    makeFolder(folder);
    for (const each of [folder, dirname(order.wardFile)]) sweepTemporary(each);
    await sweepDescriptions(folder);
    await requireSpace(folder, sizeOf(order.wardFile) * TIMES_THE_WARD + SPARE_BYTES);
    const { part, info } = await pack(order, folder);
    const file = await putAway(part, folder, info);
    const target = await copyToTarget(order, file, info);
    await rotate(folder, info.wardId, order.now);
    return { file, info, target, stillPlain: await sealEarlier(order) };
  } catch (error) {
    throw asRefusal(error);
  }
}

async function pack(order: BackupOrder, folder: string): Promise<{ part: string; info: BackupInfo }> {
  const { wardFile, keys, now, because } = order;
  // A sealed ward has a recovery key; where the key file does not name it as it was written, somebody altered it.
  refuseUnless(!keys.sealed || keys.recipient !== null, 'ward-keys-damaged', () => ({
    file: keysFileOf(wardFile),
  }));
  const key = keys.sealed ? keys.secret : null;
  const snapshot = temporaryIn(folder, 'snapshot');
  const part = temporaryIn(folder, 'part');
  try {
    const source = sourceOf(wardFile);
    copyWhileOpen(wardFile, key, snapshot);
    const { wardId, schemaVersion, auditHead, acts, inHouse } = checkCopy(snapshot, key, now);
    const [newest] = (await listCopies(folder, 'first')).filter(({ info }) => info?.wardId === wardId);
    const facts = {
      format: BACKUP_FORMAT,
      wardId,
      number: (newest?.info?.number ?? 0) + 1,
      takenAt: now,
      because,
      schemaVersion,
      auditHead,
      acts,
      inHouse,
      sealed: keys.sealed,
    } as const;
    const { bytes: databaseBytes, sha256: databaseSha256 } = await digestOf(snapshot);
    // In a sealed ward without a recovery key nothing would seal the container, and the secret would lie in the open.
    const secret =
      keys.secret && (keys.recipient !== null || !keys.sealed)
        ? Buffer.from(keys.secret).toString('base64')
        : null;
    const told = { ...facts, secret, databaseBytes, databaseSha256 };
    const written = await writeBackupFile(part, told, snapshot, keys.recipient);
    await requireSame(part, written);
    const info = { ...facts, ...written, encrypted: keys.recipient !== null, checked: true, source };
    return { part, info };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(snapshot + suffix, { force: true });
  }
}

function copyWhileOpen(wardFile: string, key: WardSecret | null, to: string): void {
  const database = connect(wardFile, { readonly: true, fileMustExist: true, timeout: 10_000 }, key);
  try {
    copyWhole(database, to);
  } finally {
    database.close();
  }
}

const sizeOf = (wardFile: string): number =>
  [wardFile, `${wardFile}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

/**
 * The folder in the target was made when the target was chosen. Where it is missing the disk is not there, and making
 * it again would fill the folder that the disk is usually found in.
 */
async function copyToTarget(
  { target, now }: BackupOrder,
  file: string,
  info: BackupInfo,
): Promise<TargetResult> {
  if (target === null) return { state: 'none' };
  const folder = targetFolderOf(target, info.wardId);
  if (!existsSync(folder)) return { state: 'missing' };
  const part = temporaryIn(folder, 'part');
  try {
    sweepTemporary(folder);
    await sweepDescriptions(folder);
    await requireSpace(folder, info.bytes);
    await requireSame(part, await copyDurably(file, part));
    await putAway(part, folder, info);
    await rotate(folder, info.wardId, now);
    return { state: 'ok' };
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    return { state: 'failed', problem: problemOf(error) };
  }
}

/** Disks and files fail; anything without a code of the system or of SQLite is a mistake of ours. */
function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Refusal || !(error instanceof BadCopy || /^(E[A-Z]+|SQLITE_.*)$/.test(code)))
    return error;
  return new Refusal('backup-failed', { problem: problemOf(error) });
}

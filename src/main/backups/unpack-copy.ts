import { dirname } from 'node:path';
import { type BackupFacts, backupFacts } from '#shared/contract/backups.ts';
import { connect } from '../db/connect.ts';
import { readsOn } from '../db/dialect.ts';
import { syncFile, syncFolder, wipe } from '../db/durable.ts';
import { openChecked } from '../db/open-checked.ts';
import { WriteLatch } from '../db/write-latch.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { auditKeyOf, type WardSecret, wardSecretFrom } from '../keys/ward-secret.ts';
import { checkWard } from '../ward/verify-ward.ts';
import { type BackupManifest, unpackBackupFile } from './backup-file.ts';
import { BadCopy, type CheckedCopy, checkCopy } from './check-copy.ts';

export interface UnpackOrder {
  file: string;
  /** The age identity of the recovery key; null where nobody gave one. */
  identity: string | null;
  /** The secret of the ward on this PC, for copies that do not carry theirs. */
  secret: WardSecret | null;
  /** Where the database goes. Must not exist. */
  to: string;
  /** False for a drill: nothing of it is left then. */
  keep: boolean;
}

export interface Unpacked {
  facts: BackupFacts;
  demo: boolean;
  /** Null where the copy carries none and none was at hand. */
  secret: WardSecret | null;
  checks: number;
  /** What `ward verify` finds in the copy. It is as the ward was: to be told, not to be refused. */
  problems: { check: string; detail: string }[];
  seconds: number;
}

/**
 * Makes a ward of a copy again, as a file that nobody uses yet: unpacked, read through, brought to this program's
 * version, asked for every invariant, and on the disk. Refuses whatever is not whole; then nothing is left behind.
 */
export async function unpackCopy(order: UnpackOrder): Promise<Unpacked> {
  const { file, to } = order;
  const start = performance.now();
  try {
    const told = await unpackBackupFile(file, order.identity, to);
    const secret = told.secret === null ? order.secret : wardSecretFrom(Buffer.from(told.secret, 'base64'));
    const { demo } = requireWhole(file, to, told, keyOf(told, secret));
    const { checks, problems } = await verified(to, keyOf(told, secret), secret);
    // Closing wrote the pages into the file; here they come to rest on the disk.
    syncFile(to);
    syncFolder(dirname(to));
    const facts = backupFacts.strip().parse(told);
    if (!order.keep) removeDatabase(to);
    return { facts, demo, secret, checks, problems, seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    removeDatabase(to);
    throw error;
  }
}

/** Overwritten: a copy from before the ward was protected has everybody's names in the open. */
function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) wipe(file + suffix);
}

function keyOf({ sealed }: BackupManifest, secret: WardSecret | null): WardSecret | null {
  if (!sealed) return null;
  if (!secret) throw new Refusal('recovery-key-needed');
  return secret;
}

function requireWhole(file: string, to: string, told: BackupManifest, key: WardSecret | null): CheckedCopy {
  try {
    const found = checkCopy(to, key, told.takenAt);
    const same = found.wardId === told.wardId && found.acts === told.acts && found.inHouse === told.inHouse;
    refuseUnless(same, 'backup-damaged', () => ({ file, problem: 'acts' }));
    return found;
  } catch (error) {
    if (!(error instanceof BadCopy)) throw error;
    if (error.problem.startsWith('schema ')) throw new Refusal('backup-newer', { file });
    throw new Refusal('backup-damaged', { file, problem: error.problem });
  }
}

/** Not opened as a ward: that would lay a key file beside it. */
async function verified(file: string, key: WardSecret | null, secret: WardSecret | null) {
  openChecked(file, key, 'opening').close();
  const reader = connect(file, { readonly: true, fileMustExist: true }, key);
  const reads = readsOn(() => reader, new WriteLatch(async () => undefined));
  try {
    const trail = secret && { key: auditKeyOf(secret), heads: [] };
    return await reads.transaction().execute((db) => checkWard(db, trail));
  } finally {
    reader.close();
  }
}

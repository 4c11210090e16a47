import type { Database } from 'better-sqlite3';
import type { Reply } from '#shared/contract/refusal.ts';
import type { RunBackupTask } from '../backups/backup-tasks.ts';
import type { BackupKeeper } from '../backups/keep-backups.ts';
import type { BackupKeys } from '../backups/take-backup.ts';
import { connect } from '../db/connect.ts';
import { APPLICATION_ID, SCHEMA_VERSION, versionOf } from '../db/migrate.ts';
import type { WardDb } from '../db/open.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import { Refusal } from '../ipc/refusal.ts';
import { isGenuine, type KeyFile, keysFileOf, readKeyFile } from '../keys/key-file.ts';
import { openKeys } from '../keys/ward-keys.ts';
import type { WardSecret } from '../keys/ward-secret.ts';

/** Changes that take in many people at once, from a file that may be the wrong one. */
export const IMPORTS: ReadonlySet<string> = new Set(['rosters.commit', 'tests.importLab']);

/** The code of copies is read when there is something to copy: most terminals come and go without. */
export const runHere: RunBackupTask = async (task) =>
  (await import('../backups/backup-tasks.ts')).runHere(task);

/**
 * A bus stands at the door: what keeps a copy from being made is told in the status bar, and keeps nobody from being
 * taken in.
 */
export async function copyBeforeImport(keeper: BackupKeeper): Promise<void> {
  await keeper.takeIfChanged('import').catch(() => undefined);
}

/** Without a copy nothing is brought to another version: a step that goes wrong could not be taken back. */
export async function copyBeforeMigration(
  file: string,
  keeper: BackupKeeper,
  keys: BackupKeys,
): Promise<void> {
  if (!isOfEarlierVersion(file, keys)) return;
  try {
    await keeper.take('migration');
  } catch (error) {
    throw new WardFileError('not-backed-up', file, error);
  }
}

/**
 * False for whatever cannot be opened: why, opening it tells better. A file with a journal of a killed program beside it
 * can only be read by a connection that may write, and so take back what had been begun.
 */
function isOfEarlierVersion(file: string, { sealed, secret }: BackupKeys, readonly = true): boolean {
  let database: Database | undefined;
  try {
    database = connect(file, { readonly, fileMustExist: true }, sealed ? secret : null);
    const ours = database.pragma('application_id', { simple: true }) === APPLICATION_ID;
    return ours && versionOf(database) < SCHEMA_VERSION;
  } catch (error) {
    const journal = error instanceof Error && 'code' in error && error.code === 'SQLITE_READONLY_ROLLBACK';
    return journal && readonly && isOfEarlierVersion(file, { sealed, secret, recipient: null }, false);
  } finally {
    database?.close();
  }
}

export const writingStopped = (problem: string): Reply => ({
  ok: false,
  kind: 'refused',
  refusal: { code: 'writing-stopped', params: { problem } },
});

/** What kept a ward from being opened, in a word: of a failed copy its reason, else the system's own code. */
export function problemOf(fault: WardFileError | null): string {
  const { cause } = fault ?? {};
  if (cause instanceof Refusal) return Object.values(cause.params).join(' ') || cause.code;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '?';
}

/** A terminal beside the window would go on writing into the file that was set aside. Refuses `ward-in-use`. */
export function requireNobodyElse(file: string, { sealed, secret }: BackupKeys): void {
  const database = connect(file, { fileMustExist: true, timeout: 500 }, sealed ? secret : null);
  try {
    database.pragma('locking_mode = exclusive');
    database.prepare('SELECT count(*) FROM hospital').get();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) throw new Refusal('ward-in-use');
    // A ward that fails here is replaced for a reason.
  } finally {
    database.close();
  }
}

/**
 * What copies need of the ward's keys: of the one that is open, or as far as the files beside it tell, with the secret
 * that this desk holds where it is that ward's.
 */
export function keysOf(file: string, open: WardDb | null, held: WardSecret | null): BackupKeys {
  const recipient = keysBeside(file)?.recipient ?? null;
  if (open) return { secret: open.secret, sealed: open.sealed, recipient };
  const keys = keysBeside(file);
  const secret = keys && (held && isGenuine(keys, held) ? held : openSecretOf(keys));
  return { secret, sealed: keys?.protection === 'sealed', recipient };
}

/** Null where there is none that can be read; opening the ward tells why. */
function keysBeside(file: string): KeyFile | null {
  try {
    return readKeyFile(keysFileOf(file));
  } catch {
    return null;
  }
}

function openSecretOf(keys: KeyFile): WardSecret | null {
  try {
    return openKeys(keys)?.secret ?? null;
  } catch {
    return null;
  }
}

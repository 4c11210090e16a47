import type { RunBackupTask } from '../backups/backup-tasks.ts';
import type { BackupKeeper } from '../backups/keep-backups.ts';
import type { BackupKeys } from '../backups/take-backup.ts';
import type { WardDb } from '../db/open.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import { isOfEarlierVersion, isOpenElsewhere } from '../db/whole-file.ts';
import { Refusal } from '../ipc/refusal.ts';
import { isGenuine, type KeyFile } from '../keys/key-file.ts';
import { keyFileIfReadable } from '../keys/keys-of-file.ts';
import { openKeys } from '../keys/ward-keys.ts';
import type { WardSecret } from '../keys/ward-secret.ts';

/** Changes that take in many people at once, from a file that may be the wrong one. */
export const IMPORTS: ReadonlySet<string> = new Set(['rosters.commit', 'tests.importLab']);

/** The code of copies is read when there is something to copy: most terminals come and go without. */
export const runHere: RunBackupTask = async (task) =>
  (await import('../backups/backup-tasks.ts')).runHere(task);

/**
 * A bus stands at the door: what keeps a copy from being made is told in the status bar, and keeps nobody from being
 * taken in. Nothing is copied for somebody who may not import; the router tells them so.
 */
export async function copyBeforeImport(
  keeper: BackupKeeper,
  mayImport: () => Promise<boolean>,
): Promise<void> {
  if (await mayImport()) await keeper.takeIfChanged('import').catch(() => undefined);
}

/**
 * Without a copy nothing is brought to another version: a step that goes wrong could not be taken back. Whoever opens a ward
 * has the turn at its copies already: waiting for it here would be waiting for a restore that waits for the ward.
 */
export async function copyBeforeMigration(
  file: string,
  keeper: BackupKeeper,
  keys: BackupKeys,
): Promise<void> {
  if (!isOfEarlierVersion(file, keys.sealed ? keys.secret : null)) return;
  try {
    await keeper.takeInTurn('migration');
  } catch (error) {
    throw new WardFileError('not-backed-up', file, error);
  }
}

/** What kept a ward from being opened, in a word: of a failed copy its reason, else the system's own code. */
export function problemOf(fault: WardFileError | null): string {
  const { cause } = fault ?? {};
  if (cause instanceof Refusal) return Object.values(cause.params).join(' ') || cause.code;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '?';
}

/** A terminal beside the window would go on writing into the file that was set aside. Refuses `ward-in-use`. */
export function requireNobodyElse(file: string, { sealed, secret }: BackupKeys): void {
  if (isOpenElsewhere(file, sealed ? secret : null)) throw new Refusal('ward-in-use');
}

/**
 * What copies need of the ward's keys: of the one that is open, or as far as the files beside it tell, with the secret
 * that this desk holds where it is that ward's.
 */
export function keysOf(file: string, open: WardDb | null, held: WardSecret | null): BackupKeys {
  const keys = keyFileIfReadable(file);
  const secret = open?.secret ?? (keys && (held && isGenuine(keys, held) ? held : openSecretOf(keys)));
  // Somebody else's recipient would have every copy sealed to them, the ward's secret inside.
  const recipient = keys && secret && isGenuine(keys, secret) ? keys.recipient : null;
  return { secret, sealed: open?.sealed ?? keys?.protection === 'sealed', recipient };
}

/** Which ward the key file says that this is; null where there is none that can be read. */
export const wardIdBeside = (file: string): string | null => keyFileIfReadable(file)?.wardId ?? null;

function openSecretOf(keys: KeyFile): WardSecret | null {
  try {
    return openKeys(keys)?.secret ?? null;
  } catch {
    return null;
  }
}

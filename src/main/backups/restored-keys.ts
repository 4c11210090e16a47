import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { connect } from '../db/connect.ts';
import { encryptInPlace } from '../db/sealed-file.ts';
import { Refusal } from '../ipc/refusal.ts';
import {
  isGenuine,
  type KeyFile,
  keyFileOf,
  keysFileOf,
  readKeyFile,
  writeKeyFile,
} from '../keys/key-file.ts';
import { ageRecipientOf, type RecoverySecret } from '../keys/recovery-secret.ts';
import { newOpenKeys } from '../keys/ward-keys.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { wrapByRecovery } from '../keys/wraps.ts';
import { comingFileOf } from './swap-ward.ts';
import type { Unpacked } from './unpack-copy.ts';

/**
 * Sees to it that the ward that is to come and the key file beside it belong together. The one that is there stays where
 * it is the same ward's: its keyring and passphrase go on opening it, and a copy from before the ward was protected is
 * encrypted first. Elsewhere, as on another PC, a new one is laid ready: it opens by the recovery key alone, until
 * somebody sets a passphrase.
 */
export async function layKeysReady(
  wardFile: string,
  { facts, secret }: Pick<Unpacked, 'facts' | 'secret'>,
  recovery: RecoverySecret | null,
): Promise<void> {
  const coming = comingFileOf(keysFileOf(wardFile));
  rmSync(coming, { force: true });
  const there = keysThere(wardFile);
  if (there && secret && there.wardId === facts.wardId && isGenuine(there, secret)) {
    if (facts.sealed === (there.protection === 'sealed')) return;
    if (!facts.sealed) return encryptComing(wardFile, secret);
  }
  writeKeyFile(coming, await newKeysFor(facts.wardId, facts.sealed, secret, recovery));
}

async function newKeysFor(
  wardId: string,
  sealed: boolean,
  secret: WardSecret | null,
  recovery: RecoverySecret | null,
): Promise<KeyFile> {
  if (!sealed) return (secret ? newOpenKeys(wardId, secret) : newOpenKeys(wardId)).file;
  if (!secret || !recovery) throw new Refusal('recovery-key-needed');
  const wraps = [wrapByRecovery(secret, wardId, recovery)];
  const recipient = await ageRecipientOf(recovery);
  return keyFileOf(secret, { wardId, protection: 'sealed', wraps, recipient });
}

function encryptComing(wardFile: string, secret: WardSecret): void {
  const file = comingFileOf(wardFile);
  const database = connect(file, { fileMustExist: true });
  try {
    database.pragma('journal_mode = DELETE');
    encryptInPlace(database, secret);
  } finally {
    database.close();
  }
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

function keysThere(wardFile: string): KeyFile | null {
  try {
    return readKeyFile(keysFileOf(wardFile));
  } catch {
    return null;
  }
}

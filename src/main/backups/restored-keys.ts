import { rmSync } from 'node:fs';
import { connect } from '../db/connect.ts';
import { syncFile } from '../db/durable.ts';
import { encryptInPlace } from '../db/sealed-file.ts';
import { leaveWal } from '../db/whole-file.ts';
import { Refusal } from '../ipc/refusal.ts';
import { isGenuine, type KeyFile, keyFileOf, keysFileOf, writeKeyFile } from '../keys/key-file.ts';
import { keyFileIfReadable } from '../keys/keys-of-file.ts';
import { ageRecipientOf, type RecoverySecret } from '../keys/recovery-secret.ts';
import { newOpenKeys, unlock } from '../keys/ward-keys.ts';
import { haveOneTrail, type WardSecret } from '../keys/ward-secret.ts';
import { wrapByRecovery } from '../keys/wraps.ts';
import { comingFileOf } from './swap-ward.ts';
import type { Unpacked } from './unpack-copy.ts';

/** What is at hand to open the key file that is there: the secret that this desk holds, and the paper. */
export interface AtHand {
  held: WardSecret | null;
  recovery: RecoverySecret | null;
}

/**
 * Sees to it that the ward that is to come and the key file beside it belong together. The one that is there stays where
 * it is the same ward's: its keyring and passphrase go on opening it, and a copy from before the ward was protected, or got
 * another paper, is encrypted first. Elsewhere, as on another PC, a new one is laid ready: it opens by the recovery key alone, until
 * somebody sets a passphrase.
 */
export async function layKeysReady(
  wardFile: string,
  { facts, secret }: Pick<Unpacked, 'facts' | 'secret'>,
  at: AtHand,
): Promise<void> {
  const coming = comingFileOf(keysFileOf(wardFile));
  rmSync(coming, { force: true });
  const there = keyFileIfReadable(wardFile);
  const known = there && there.wardId === facts.wardId ? await secretOf(there, secret, at) : null;
  if (there && known) {
    const sealed = there.protection === 'sealed';
    if (facts.sealed === sealed && secret && isGenuine(there, secret)) return;
    if (sealed && (!secret || haveOneTrail(secret, known)))
      return encryptComing(wardFile, facts.sealed ? secret : null, known);
  }
  writeKeyFile(coming, await newKeysFor(facts.wardId, facts.sealed, secret, at.recovery));
}

/** What opens the ward that is there; of a ward that was protected since, the copy's own secret is another one. */
async function secretOf(
  there: KeyFile,
  copied: WardSecret | null,
  { held, recovery }: AtHand,
): Promise<WardSecret | null> {
  for (const one of [copied, held]) if (one && isGenuine(there, one)) return one;
  return (await unlock(there, { recovery: recovery ?? undefined }).catch(() => null))?.secret ?? null;
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

function encryptComing(wardFile: string, before: WardSecret | null, secret: WardSecret): void {
  const file = comingFileOf(wardFile);
  const database = connect(file, { fileMustExist: true }, before);
  try {
    leaveWal(database);
    encryptInPlace(database, secret);
  } finally {
    database.close();
  }
  syncFile(file);
}

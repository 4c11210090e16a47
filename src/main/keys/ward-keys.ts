import { refuseUnless } from '../ipc/refusal.ts';
import { isGenuine, type KeyFile, KeyFileDamaged, keyFileOf } from './key-file.ts';
import { isThere, type Keyring } from './keyring.ts';
import { ageRecipientOf, type RecoverySecret } from './recovery-secret.ts';
import { newWardSecret, type WardSecret } from './ward-secret.ts';
import {
  openByKeyring,
  openByPassphrase,
  openByRecovery,
  openInTheOpen,
  type Wrap,
  wrapByKeyring,
  wrapByPassphrase,
  wrapByRecovery,
  wrapInTheOpen,
} from './wraps.ts';

/** A ward's secret as it came out of its key file, and what that file says. */
export interface WardKeys {
  file: KeyFile;
  secret: WardSecret;
}

/** What a desk may try to open a ward with. Whatever is left out is not tried. */
export interface Means {
  keyring?: Keyring | undefined;
  passphrase?: string | undefined;
  recovery?: RecoverySecret | undefined;
}

/** What a ward is to be sealed with: always the recovery key, and a keyring, a passphrase or both. */
export interface Sealing {
  recovery: RecoverySecret;
  keyring?: Keyring | undefined;
  passphrase?: string | undefined;
}

export function newOpenKeys(wardId: string, secret: WardSecret = newWardSecret()): WardKeys {
  const wraps = [wrapInTheOpen(secret)];
  return { secret, file: keyFileOf(secret, { wardId, protection: 'open', wraps, recipient: null }) };
}

/**
 * Refuses `passphrase-needed` where there is neither a passphrase nor a keyring that takes the key: every day's opening
 * must not need the paper.
 */
export async function newSealedKeys(
  wardId: string,
  { recovery, keyring, passphrase }: Sealing,
  secret: WardSecret = newWardSecret(),
): Promise<WardKeys> {
  const wraps: Wrap[] = [wrapByRecovery(secret, wardId, recovery)];
  const kept = keyring && (await wrapByKeyring(secret, wardId, keyring).catch(() => null));
  if (kept) wraps.push(kept);
  if (passphrase !== undefined) wraps.push(await wrapByPassphrase(secret, wardId, passphrase));
  refuseUnless(wraps.length > 1, 'passphrase-needed');
  const recipient = await ageRecipientOf(recovery);
  return { secret, file: keyFileOf(secret, { wardId, protection: 'sealed', wraps, recipient }) };
}

/**
 * The secret, by the first of the means that opens a wrap; null where none does. Throws {@link KeyFileDamaged} where
 * one does, but the file is not as its maker wrote it.
 */
export async function unlock(file: KeyFile, means: Means): Promise<WardKeys | null> {
  for (const wrap of file.wraps) {
    const secret = await openWrap(wrap, file.wardId, means);
    if (secret === null) continue;
    if (!isGenuine(file, secret)) throw new KeyFileDamaged();
    return { file, secret };
  }
  return null;
}

async function openWrap(wrap: Wrap, wardId: string, means: Means): Promise<WardSecret | null> {
  const { keyring, passphrase, recovery } = means;
  switch (wrap.kind) {
    case 'open':
      return openInTheOpen(wrap);
    case 'keyring':
      return keyring && (await isThere(keyring)) ? openByKeyring(wrap, wardId, keyring) : null;
    case 'passphrase':
      return passphrase === undefined ? null : openByPassphrase(wrap, wardId, passphrase);
    case 'recovery':
      return recovery ? openByRecovery(wrap, wardId, recovery) : null;
  }
}

/** The open secret without waiting; null where the ward is sealed. */
export function openKeys(file: KeyFile): WardKeys | null {
  const wrap = file.wraps.find(({ kind }) => kind === 'open');
  const secret = wrap?.kind === 'open' ? openInTheOpen(wrap) : null;
  if (secret === null) return null;
  if (!isGenuine(file, secret)) throw new KeyFileDamaged();
  return { file, secret };
}

/** The same secret with another wrap of that kind in place of the one there was, if any. */
export function withWrap({ file, secret }: WardKeys, wrap: Wrap): WardKeys {
  const wraps = [...file.wraps.filter(({ kind }) => kind !== wrap.kind), wrap];
  return { secret, file: { ...file, wraps } };
}

import { randomBytes } from 'node:crypto';
import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { RECOVERY_KEY_BYTES, readRecoveryKey } from '#shared/rules/recovery-key.ts';
import { Refusal } from '../ipc/refusal.ts';
import { deriveKey } from './ward-secret.ts';

/** What is printed once on paper (rules/recovery-key.ts): it opens the ward on any PC and reads every backup. */
export type RecoverySecret = Uint8Array & { readonly __brand: 'RecoverySecret' };

export const newRecoverySecret = (): RecoverySecret => recoverySecretFrom(randomBytes(RECOVERY_KEY_BYTES));

/** Bytes that were read from the paper. */
export function recoverySecretFrom(bytes: Uint8Array): RecoverySecret {
  if (bytes.length !== RECOVERY_KEY_BYTES) throw new RangeError('a recovery key has 32 bytes');
  return Uint8Array.from(bytes) as RecoverySecret;
}

/** What was typed or scanned from the paper. Refuses `recovery-key-letters`, `-length` and `-mistyped`. */
export function recoverySecretTyped(text: string): RecoverySecret {
  const read = readRecoveryKey(text);
  if ('fault' in read) throw new Refusal(`recovery-key-${read.fault}`);
  return recoverySecretFrom(read.key);
}

/** Wraps the ward's secret in its key file. */
export const recoveryWrappingKeyOf = (recovery: RecoverySecret): Uint8Array =>
  deriveKey(recovery, 'fangcang/recovery-wrap/v1');

/**
 * The age identity (AGE-SECRET-KEY-1…, an X25519 scalar as age's own keygen writes it) that backups are read with.
 * It is worked out from the paper when a backup is restored, and kept nowhere.
 */
export function ageIdentityOf(recovery: RecoverySecret): string {
  const scalar = deriveKey(recovery, 'fangcang/recovery-age/v1');
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase();
}

/** The public age recipient (age1…) that the PC keeps: with it backups are sealed, and cannot be read back. */
export const ageRecipientOf = (recovery: RecoverySecret): Promise<string> =>
  identityToRecipient(ageIdentityOf(recovery));

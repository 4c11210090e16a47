import { z } from 'zod';
import type { Keyring } from './keyring.ts';
import { argon2Parameters, keyOfPassphrase, newArgon2Parameters } from './passphrase.ts';
import { type RecoverySecret, recoveryWrappingKeyOf } from './recovery-secret.ts';
import { seal, sealedBox, unseal } from './sealed-box.ts';
import { canBeWardSecret, type WardSecret, wardSecretFrom } from './ward-secret.ts';

/** The ways in which a key file holds the ward's secret. Each opens it alone. */
export const wrap = z.discriminatedUnion('kind', [
  /** In the open: demonstrations, wards for training, and those of earlier versions until somebody protects them. */
  z.strictObject({ kind: z.literal('open'), secret: z.base64() }),
  z.strictObject({ kind: z.literal('keyring'), wrapped: z.base64() }),
  z.strictObject({ kind: z.literal('passphrase'), argon2: argon2Parameters, box: sealedBox }),
  z.strictObject({ kind: z.literal('recovery'), box: sealedBox }),
]);
export type Wrap = z.infer<typeof wrap>;
type WrapOf<K extends Wrap['kind']> = Extract<Wrap, { kind: K }>;

/** A wrap that was moved into another ward's key file, or under another kind, does not open. */
const boundTo = (wardId: string, kind: Wrap['kind']): string => `fangcang/ward-keys/v1|${kind}|${wardId}`;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const wrapInTheOpen = (secret: WardSecret): WrapOf<'open'> => ({
  kind: 'open',
  secret: base64(secret),
});

export async function wrapByKeyring(
  secret: WardSecret,
  wardId: string,
  keyring: Keyring,
): Promise<WrapOf<'keyring'>> {
  const text = `${boundTo(wardId, 'keyring')}|${base64(secret)}`;
  return { kind: 'keyring', wrapped: base64(await keyring.wrap(text)) };
}

export async function wrapByPassphrase(
  secret: WardSecret,
  wardId: string,
  passphrase: string,
): Promise<WrapOf<'passphrase'>> {
  const argon2 = newArgon2Parameters();
  const key = await keyOfPassphrase(passphrase, argon2);
  return { kind: 'passphrase', argon2, box: seal(key, secret, boundTo(wardId, 'passphrase')) };
}

export const wrapByRecovery = (
  secret: WardSecret,
  wardId: string,
  recovery: RecoverySecret,
): WrapOf<'recovery'> => ({
  kind: 'recovery',
  box: seal(recoveryWrappingKeyOf(recovery), secret, boundTo(wardId, 'recovery')),
});

/** Null where the keyring is of another account, holds something else, or does not answer. */
export async function openByKeyring(
  { wrapped }: WrapOf<'keyring'>,
  wardId: string,
  keyring: Keyring,
): Promise<WardSecret | null> {
  const text = await keyring.unwrap(Buffer.from(wrapped, 'base64')).catch(() => null);
  const start = `${boundTo(wardId, 'keyring')}|`;
  return text?.startsWith(start) ? secretOf(Buffer.from(text.slice(start.length), 'base64')) : null;
}

/** Null for a wrong passphrase. */
export async function openByPassphrase(
  { argon2, box }: WrapOf<'passphrase'>,
  wardId: string,
  passphrase: string,
): Promise<WardSecret | null> {
  const key = await keyOfPassphrase(passphrase, argon2);
  return secretOf(unseal(key, box, boundTo(wardId, 'passphrase')));
}

/** Null for the paper of another ward, or one that was replaced since. */
export const openByRecovery = (
  { box }: WrapOf<'recovery'>,
  wardId: string,
  recovery: RecoverySecret,
): WardSecret | null => secretOf(unseal(recoveryWrappingKeyOf(recovery), box, boundTo(wardId, 'recovery')));

export const openInTheOpen = ({ secret }: WrapOf<'open'>): WardSecret | null =>
  secretOf(Buffer.from(secret, 'base64'));

const secretOf = (bytes: Uint8Array | null): WardSecret | null =>
  bytes && canBeWardSecret(bytes) ? wardSecretFrom(bytes) : null;

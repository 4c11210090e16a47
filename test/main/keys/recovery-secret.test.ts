import { hkdfSync } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import {
  ageIdentityOf,
  ageRecipientOf,
  newRecoverySecret,
  recoverySecretFrom,
  recoveryWrappingKeyOf,
} from '#main/keys/recovery-secret.ts';
import { auditKeyOf, databaseKeyOf, newWardSecret, wardSecretFrom } from '#main/keys/ward-secret.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const hkdf = (from: Uint8Array, info: string) => hex(Buffer.from(hkdfSync('sha256', from, '', info, 32)));

describe('the recovery key', () => {
  it('gives an identity of age, whose recipient seals what it alone reads', async () => {
    const recovery = newRecoverySecret();
    const identity = ageIdentityOf(recovery);
    expect(identity).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    const recipient = await ageRecipientOf(recovery);
    expect(recipient).toBe(await identityToRecipient(identity));
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const sealed = await encrypter.encrypt('a snapshot');
    const ours = new Decrypter();
    ours.addIdentity(identity);
    expect(await ours.decrypt(sealed, 'text')).toBe('a snapshot');
    const another = new Decrypter();
    another.addIdentity(await generateX25519Identity());
    await expect(another.decrypt(sealed)).rejects.toThrow('no identity matched');
  });

  it('gives the same keys for ever, each of them another', async () => {
    const recovery = recoverySecretFrom(Uint8Array.from({ length: 32 }, (_, i) => i));
    expect(hex(recoveryWrappingKeyOf(recovery))).toBe(hkdf(recovery, 'fangcang/recovery-wrap/v1'));
    expect(await ageRecipientOf(recovery)).toMatchInlineSnapshot(
      `"age1edys0gd3lcu5kqxclukteusyjdlndlekqpl8ydpunhdzyxlrxa7s6t6p43"`,
    );
  });

  it('of another length is a mistake', () => {
    expect(() => recoverySecretFrom(new Uint8Array(31))).toThrow(RangeError);
    expect(() => wardSecretFrom(new Uint8Array(33))).toThrow(RangeError);
  });
});

describe('the secret of a ward', () => {
  it('is another for each ward, and every key comes from it under a name of its own', () => {
    const secret = newWardSecret();
    expect(hex(secret)).not.toBe(hex(newWardSecret()));
    expect(hex(databaseKeyOf(secret))).toBe(hkdf(secret, 'fangcang/database/v1'));
    expect(hex(auditKeyOf(secret))).toBe(hkdf(secret, 'fangcang/audit/v1'));
    expect(new Set([hex(secret), hex(databaseKeyOf(secret)), hex(auditKeyOf(secret))]).size).toBe(3);
  });
});

import { hkdfSync, randomBytes } from 'node:crypto';

/**
 * The one secret of a ward: 32 random bytes, made with it. Every key of the ward comes from it by HKDF-SHA256, each
 * under its own name, so that none tells anything of another. It is never written but wrapped (key-file.ts), and
 * inside backups, which are sealed to the recovery key.
 */
export type WardSecret = Uint8Array & { readonly __brand: 'WardSecret' };

const WARD_SECRET_BYTES = 32;

/** A key of 32 bytes for one purpose; `info` is the purpose's name and never changes. */
export const deriveKey = (from: Uint8Array, info: string, length = 32): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', from, new Uint8Array(), info, length));

export const newWardSecret = (): WardSecret => wardSecretFrom(randomBytes(WARD_SECRET_BYTES));

/** Bytes that were unwrapped, or came out of a backup. Throws where they cannot be a ward's secret. */
export function wardSecretFrom(bytes: Uint8Array): WardSecret {
  if (bytes.length !== WARD_SECRET_BYTES) throw new RangeError('a ward secret has 32 bytes');
  return Uint8Array.from(bytes) as WardSecret;
}

/** The raw key of the database file; used as it is, without a further derivation. */
export const databaseKeyOf = (secret: WardSecret): Uint8Array => deriveKey(secret, 'fangcang/database/v1');

/**
 * The first 16 bytes of every file that is sealed with this secret. They are no part of the key, which is raw: they
 * tell a file that another key belongs to from one that is damaged (db/sealed-file.ts).
 */
export const databaseSaltOf = (secret: WardSecret): Uint8Array =>
  deriveKey(secret, 'fangcang/database-salt/v1', 16);

/** The key of the audit's chain. */
export const auditKeyOf = (secret: WardSecret): Uint8Array => deriveKey(secret, 'fangcang/audit/v1');

/** What a page keeps of what is typed and no act yet: Chromium writes it into a file of its own. */
export const draftKeyOf = (secret: WardSecret): Uint8Array => deriveKey(secret, 'fangcang/draft/v1');

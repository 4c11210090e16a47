import { hkdfSync, randomBytes } from 'node:crypto';

/**
 * The one secret of a ward: 32 random bytes, made with it. Every key of the ward comes from it by HKDF-SHA256, each
 * under its own name, so that none tells anything of another. It is never written but wrapped (key-file.ts), and
 * inside backups, which are sealed to the recovery key.
 *
 * Of a ward that was open before it was protected it has 64: 32 new ones, so that nobody who took the open key file
 * along opens what is sealed now, and behind them the key with which its trail goes on.
 */
export type WardSecret = Uint8Array & { readonly __brand: 'WardSecret' };

const WARD_SECRET_BYTES = 32;
const KEY_BYTES = 32;

/** A key of 32 bytes for one purpose; `info` is the purpose's name and never changes. */
export const deriveKey = (from: Uint8Array, info: string, length = KEY_BYTES): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', from, new Uint8Array(), info, length));

export const newWardSecret = (): WardSecret => wardSecretFrom(randomBytes(WARD_SECRET_BYTES));

export const canBeWardSecret = (bytes: Uint8Array): boolean =>
  bytes.length === WARD_SECRET_BYTES || bytes.length === WARD_SECRET_BYTES + KEY_BYTES;

/** Bytes that were unwrapped, or came out of a backup. Throws where they cannot be a ward's secret. */
export function wardSecretFrom(bytes: Uint8Array): WardSecret {
  if (!canBeWardSecret(bytes)) throw new RangeError('a ward secret has 32 bytes, or 64');
  return Uint8Array.from(bytes) as WardSecret;
}

/** Another secret for the same ward: only the key of its trail is the one that it was. */
export const secretForProtecting = (before: WardSecret): WardSecret =>
  wardSecretFrom(Buffer.concat([randomBytes(WARD_SECRET_BYTES), auditKeyOf(before)]));

/** The raw key of the database file; used as it is, without a further derivation. */
export const databaseKeyOf = (secret: WardSecret): Uint8Array => deriveKey(secret, 'fangcang/database/v1');

/**
 * The first 16 bytes of every file that is sealed with this secret. They are no part of the key, which is raw: they
 * tell a file that another key belongs to from one that is damaged (db/sealed-file.ts).
 */
export const databaseSaltOf = (secret: WardSecret): Uint8Array =>
  deriveKey(secret, 'fangcang/database-salt/v1', 16);

/** The key of the audit's chain, which outlives a change of everything else. */
export const auditKeyOf = (secret: WardSecret): Uint8Array =>
  secret.length > WARD_SECRET_BYTES
    ? secret.slice(WARD_SECRET_BYTES)
    : deriveKey(secret, 'fangcang/audit/v1');

/** Are both of one ward, perhaps before and after it was protected? */
export const haveOneTrail = (one: WardSecret, other: WardSecret): boolean =>
  Buffer.compare(auditKeyOf(one), auditKeyOf(other)) === 0;

/** What a page keeps of what is typed and no act yet: Chromium writes it into a file of its own. */
export const draftKeyOf = (secret: WardSecret): Uint8Array => deriveKey(secret, 'fangcang/draft/v1');

import { closeSync, openSync, readSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { databaseKeyOf, databaseSaltOf, type WardSecret } from '../keys/ward-secret.ts';

/** better-sqlite3-multiple-ciphers is the same API with these two calls more. */
type Keyed = Database.Database & { key(key: Buffer): number; rekey(key: Buffer): number };

/**
 * ChaCha20-Poly1305 with a raw key: "raw:", 32 bytes of key, 16 of salt (SQLite3MultipleCiphers). Given as bytes and
 * not in a PRAGMA, so that no statement ever holds it. Why this cipher: docs/decisions/encryption-at-rest.md.
 */
const rawKeyOf = (secret: WardSecret): Buffer =>
  Buffer.concat([Buffer.from('raw:'), databaseKeyOf(secret), databaseSaltOf(secret)]);

/** To be called first of all on a connection; what cannot be read with this key shows at the first read (NOTADB). */
export function giveKey(database: Database.Database, secret: WardSecret): void {
  database.pragma("cipher = 'chacha20'");
  const key = rawKeyOf(secret);
  (database as Keyed).key(key);
  key.fill(0);
  // Sorting and subqueries may spill: into memory then, for temporary files are not encrypted.
  database.pragma('temp_store = MEMORY');
}

/** Encrypts a plain file in place. No journal: whoever calls this has another copy. */
export function encryptInPlace(database: Database.Database, secret: WardSecret): void {
  database.pragma('journal_mode = MEMORY');
  database.pragma("cipher = 'chacha20'");
  const key = rawKeyOf(secret);
  (database as Keyed).rekey(key);
  key.fill(0);
}

/** What the beginning of a file says of it: `ours` has this secret's salt, `sealed` looks like another's. */
export type FileHead = 'plain' | 'ours' | 'sealed' | 'something else';

const PLAIN = Buffer.from('SQLite format 3\0');
/** Of a sealed file the salt, then bytes 16 to 23 of SQLite's header, which stay readable: page size, versions, 32 reserved bytes. */
const SEALED_HEADER = Buffer.from([0x10, 0x00, 0x01, 0x01, 0x20, 0x40, 0x20, 0x20]);
/** Format versions 18 and 19: 1 for a rollback journal, 2 for WAL. */
const IS_VERSION = (byte: number | undefined): boolean => byte === 1 || byte === 2;

export function headOf(file: string, secret: WardSecret | null): FileHead {
  const head = Buffer.alloc(24);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  if (head.subarray(0, 16).equals(PLAIN)) return 'plain';
  if (secret && head.subarray(0, 16).equals(databaseSaltOf(secret))) return 'ours';
  const header = Buffer.from(head.subarray(16));
  if (!IS_VERSION(header[2]) || !IS_VERSION(header[3])) return 'something else';
  header[2] = header[3] = 1;
  return header.equals(SEALED_HEADER) ? 'sealed' : 'something else';
}

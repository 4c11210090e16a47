import { createRequire } from 'node:module';
import type DatabaseConstructor from 'better-sqlite3';
import type { WardSecret } from '../keys/ward-secret.ts';
import { giveKey } from './sealed-file.ts';

const Database = createRequire(import.meta.url)('better-sqlite3') as typeof DatabaseConstructor;

/** Of readers, which in WAL mode meet a lock only while a file is being recovered or put away. */
export const BUSY_TIMEOUT_MS = 20;

/** A connection; with the ward's secret where the file is encrypted (`ward.sealed`), else with null. */
export function connect(
  file: string,
  options: DatabaseConstructor.Options,
  secret: WardSecret | null = null,
): DatabaseConstructor.Database {
  const nativeBinding = process.env.FANGCANG_SQLITE_BINDING;
  const database = new Database(file, {
    timeout: BUSY_TIMEOUT_MS,
    ...(nativeBinding ? { nativeBinding } : {}),
    ...options,
  });
  if (secret) giveKey(database, secret);
  return database;
}

import { createHmac } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Schema } from '../db/schema.ts';

export type AuditRow = Selectable<Schema['audit']>;
export type AuditContent = Omit<AuditRow, 'hash'>;

/** Where the chain begins, before its first row. */
export const BEFORE_THE_FIRST = 'fangcang/audit/begin';

/**
 * The link of a row: HMAC-SHA256 under the audit key over the hash before it, its number and its content. Whoever edits
 * a row, takes one out or puts one in breaks every link from there on, and cannot make them anew without the key.
 */
export const linkOf = (key: Uint8Array, before: string, row: AuditContent): string =>
  createHmac('sha256', key)
    .update(
      JSON.stringify([
        ...[before, row.seq, row.at, row.operator_id, row.who, row.roles, row.session],
        ...[row.procedure, row.outcome, row.code, row.subject, row.act_seq, row.digest],
      ]),
    )
    .digest('base64url');

/** The last row's number and hash, as backups and signed reports carry it: `1234-…`. */
export interface AuditHead {
  seq: number;
  hash: string;
}

export const headText = ({ seq, hash }: AuditHead): string => `${seq}-${hash}`;

export function readHead(text: string): AuditHead | null {
  const found = /^(\d{1,15})-([\w-]{43})$/.exec(text.trim());
  return found ? { seq: Number(found[1]), hash: found[2] ?? '' } : null;
}

import type { Database } from 'better-sqlite3';
import type { Instant } from '#shared/rules/instant.ts';
import { type AuditHead, headText } from '../audit/chain.ts';
import { connect } from '../db/connect.ts';
import { firstProblem } from '../db/integrity.ts';
import { SCHEMA_VERSION, versionOf } from '../db/migrate.ts';
import { hasTable, isWard } from '../db/whole-file.ts';
import type { WardSecret } from '../keys/ward-secret.ts';

/** What a whole copy says of itself. */
export interface CheckedCopy {
  wardId: string;
  schemaVersion: number;
  auditHead: string | null;
  acts: number;
  inHouse: number;
  demo: boolean;
}

/** Not a ward, newer than this program, or damaged: `problem` is SQLite's word, or which check failed. */
export class BadCopy extends Error {
  readonly problem: string;

  constructor(problem: string, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

/**
 * Opens a copy, reads all its pages (`quick_check`) and counts what a person can compare: acts, and people in house at
 * the time it was taken. `key` is the secret of a sealed ward. Throws {@link BadCopy}.
 */
export function checkCopy(file: string, key: WardSecret | null, takenAt: Instant): CheckedCopy {
  let database: Database | undefined;
  try {
    database = connect(file, { readonly: true, fileMustExist: true }, key);
    if (!isWard(database)) throw new BadCopy('application_id');
    const schemaVersion = versionOf(database);
    if (schemaVersion > SCHEMA_VERSION) throw new BadCopy(`schema ${schemaVersion}`);
    const problem = firstProblem(database, 'quick');
    if (problem !== null) throw new BadCopy(problem);
    const ward = database.prepare('SELECT ward_id, demo FROM hospital WHERE id = 1').get();
    if (!ward) throw new BadCopy('hospital');
    // Acts are never deleted and are numbered without gaps.
    const { acts } = database.prepare('SELECT coalesce(max(seq), 0) AS acts FROM act').get() as {
      acts: number;
    };
    const { inHouse } = database
      .prepare(
        `SELECT count(*) AS inHouse FROM stay_period
         WHERE superseded_by IS NULL AND from_at <= ? AND (to_at IS NULL OR to_at > ?)`,
      )
      .get(takenAt, takenAt) as { inHouse: number };
    const { ward_id: wardId, demo } = ward as { ward_id: string; demo: number };
    return { wardId, schemaVersion, auditHead: auditHeadOf(database), acts, inHouse, demo: demo === 1 };
  } catch (error) {
    if (error instanceof BadCopy) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code?.startsWith('SQLITE_')) throw new BadCopy(code, error);
    throw error;
  } finally {
    database?.close();
  }
}

/** Copies of wards from before the audit have none. */
function auditHeadOf(database: Database): string | null {
  if (!hasTable(database, 'audit')) return null;
  const last = database.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get();
  return last === undefined ? null : headText(last as AuditHead);
}

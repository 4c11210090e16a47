import type { Database } from 'better-sqlite3';
import type { Instant } from '#shared/rules/instant.ts';
import { connect } from '../db/connect.ts';
import { firstProblem } from '../db/integrity.ts';
import { SCHEMA_VERSION, versionOf } from '../db/migrate.ts';
import { isWard } from '../db/whole-file.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { type CopiedFacts, readCopiedFacts } from './copied-repository.ts';

/** What a whole copy says of itself. */
export interface CheckedCopy extends CopiedFacts {
  schemaVersion: number;
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
    const facts = readCopiedFacts(database, takenAt);
    if (!facts) throw new BadCopy('hospital');
    return { ...facts, schemaVersion };
  } catch (error) {
    if (error instanceof BadCopy) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code?.startsWith('SQLITE_')) throw new BadCopy(code, error);
    throw error;
  } finally {
    database?.close();
  }
}

import type { Database } from 'better-sqlite3';
import type { Instant } from '#shared/rules/instant.ts';
import { type AuditHead, headText } from '../audit/chain.ts';
import { hasTable } from '../db/whole-file.ts';
import type { Reads } from '../ipc/context.ts';

/** What a person can compare of a copy, and what it is known by. */
export interface CopiedFacts {
  wardId: string;
  demo: boolean;
  auditHead: string | null;
  acts: number;
  inHouse: number;
}

/**
 * Of a copy of any version that this program reads, as its file tells it; null where no hospital is in it. People in
 * house are those of the time it was taken.
 */
export function readCopiedFacts(copy: Database, takenAt: Instant): CopiedFacts | null {
  const ward = copy.prepare('SELECT ward_id, demo FROM hospital WHERE id = 1').get() as
    | { ward_id: string; demo: number }
    | undefined;
  if (!ward) return null;
  // Acts are never deleted and are numbered without gaps.
  const { acts } = copy.prepare('SELECT coalesce(max(seq), 0) AS acts FROM act').get() as { acts: number };
  const { inHouse } = copy
    .prepare(
      `SELECT count(*) AS inHouse FROM stay_period
       WHERE superseded_by IS NULL AND from_at <= ? AND (to_at IS NULL OR to_at > ?)`,
    )
    .get(takenAt, takenAt) as { inHouse: number };
  return { wardId: ward.ward_id, demo: ward.demo === 1, auditHead: auditHeadOf(copy), acts, inHouse };
}

/** Copies of wards from before the audit have none. */
function auditHeadOf(copy: Database): string | null {
  if (!hasTable(copy, 'audit')) return null;
  const last = copy.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get();
  return last === undefined ? null : headText(last as AuditHead);
}

/** When the open ward was last written to, and how many acts it has: what a copy of it is compared with. */
export async function readLastAct(db: Reads): Promise<{ savedAt: Instant | null; acts: number }> {
  const last = await db
    .selectFrom('act')
    .select(['recorded_at', 'seq'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { savedAt: last?.recorded_at ?? null, acts: last?.seq ?? 0 };
}

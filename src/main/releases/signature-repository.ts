import type { SignatureRole } from '#shared/contract/clinical-vocabulary.ts';
import type { ListSignature } from '#shared/contract/release-list.ts';
import type { OperatorId, ReleaseListId } from '#shared/contract/values.ts';
import type { Instant, LocalDate } from '#shared/rules/instant.ts';
import type { Reads, Tx } from '../ipc/context.ts';

export interface SignatureFact extends ListSignature {
  id: number;
  recordedAt: Instant;
}

/** The signatures of a list that hold, doctor before nurse. */
export async function readSignatures(db: Reads, listId: ReleaseListId): Promise<SignatureFact[]> {
  const rows = await db
    .selectFrom('release_signature as s')
    .innerJoin('operator', 'operator.id', 's.operator_id')
    .innerJoin('act', 'act.seq', 's.recorded_by')
    .select([
      's.id',
      's.role',
      's.operator_id',
      's.signed_at',
      's.members',
      'operator.name',
      'act.recorded_at',
    ])
    .where('s.list_id', '=', listId)
    .where('s.superseded_by', 'is', null)
    .orderBy('s.role')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    operatorId: row.operator_id,
    who: row.name,
    at: row.signed_at,
    members: row.members,
    recordedAt: row.recorded_at,
  }));
}

/** Lists with a signature whose day is not over. */
export async function findSignedLists(db: Reads, today: LocalDate): Promise<ReleaseListId[]> {
  const rows = await db
    .selectFrom('release_list as l')
    .innerJoin('release_signature as s', 's.list_id', 'l.id')
    .select('l.id')
    .distinct()
    .where('s.superseded_by', 'is', null)
    .where('l.day', '>=', today)
    .execute();
  return rows.map(({ id }) => id);
}

export const insertSignature = (
  tx: Tx,
  row: {
    listId: ReleaseListId;
    role: SignatureRole;
    operatorId: OperatorId;
    at: Instant;
    /** How many people were on the list, and could leave, when it was signed. */
    members: number;
    seq: number;
  },
) =>
  tx
    .insertInto('release_signature')
    .values({
      list_id: row.listId,
      role: row.role,
      operator_id: row.operatorId,
      signed_at: row.at,
      members: row.members,
      recorded_by: row.seq,
    })
    .execute();

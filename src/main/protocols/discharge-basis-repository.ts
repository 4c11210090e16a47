import type { Verdict } from '#shared/contract/clinical-vocabulary.ts';
import { type Protocol, protocol } from '#shared/contract/protocol.ts';
import type { ProtocolVersionId, ReleaseListId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads, Tx } from '../ipc/context.ts';

/** By which version, with which verdict and when somebody was judged who left. */
export async function findDischargeBasis(
  db: Reads,
  stayId: StayId,
): Promise<{ protocol: Protocol; verdict: Verdict; judgedAt: Instant; listId: ReleaseListId | null } | null> {
  const row = await db
    .selectFrom('discharge_basis as b')
    .innerJoin('protocol_version as v', 'v.id', 'b.protocol_version_id')
    .select(['b.verdict', 'b.judged_at', 'b.list_id', 'v.body'])
    .where('b.stay_id', '=', stayId)
    .where('b.superseded_by', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { verdict, judged_at: judgedAt, list_id: listId } = row;
  return { protocol: protocol.parse(JSON.parse(row.body)), verdict, judgedAt, listId };
}

export interface Basis {
  stayId: StayId;
  verdict: Verdict;
}

export async function insertBases(
  tx: Tx,
  bases: readonly Basis[],
  of: { version: ProtocolVersionId; at: Instant; listId: ReleaseListId | null; seq: number },
): Promise<void> {
  for (const some of inChunks(bases, 500)) {
    await tx
      .insertInto('discharge_basis')
      .values(
        some.map(({ stayId, verdict }) => ({
          stay_id: stayId,
          protocol_version_id: of.version,
          verdict,
          judged_at: of.at,
          list_id: of.listId,
          recorded_by: of.seq,
        })),
      )
      .execute();
  }
}

/** The clocks by which the ward counts days. */
export const zoneOf = async (db: Reads) =>
  (await db.selectFrom('hospital').select('time_zone').executeTakeFirstOrThrow()).time_zone;

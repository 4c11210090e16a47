import { sql } from 'kysely';
import type { Reads } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';

/** The sequence number of the last act that wrote or ended one of the facts. */
export const lastChange = sql<number>`max(max(recorded_by, coalesce(superseded_by, 0)))`.as('seq');

/** The act that last changed how days are cut into shifts; 0 where nobody ever did. */
export async function readPatternVersion(db: Reads): Promise<number> {
  const { seq } = await db.selectFrom('shift_pattern').select(lastChange).executeTakeFirstOrThrow();
  return seq ?? 0;
}

/**
 * Refuses to overwrite what came between: somebody looked at version `seen`, and an act has changed it since. Names who
 * did what. Without `seen` nothing was looked at before, as from a terminal.
 */
export async function refuseChangedSince(
  db: Reads,
  seen: number | undefined,
  version: number,
): Promise<void> {
  if (seen === undefined || seen === version) return;
  const last = await db
    .selectFrom('act')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['operator.name', 'act.procedure'])
    .where('act.seq', '=', version)
    .executeTakeFirst();
  throw new Refusal('changed-since', { who: last?.name ?? '?', what: last?.procedure ?? '?' });
}

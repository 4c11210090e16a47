import { v7 as uuid } from 'uuid';
import type { OutputOf } from '#shared/contract/index.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads, Tx } from '../ipc/context.ts';

interface Begun {
  operatorId: OperatorId;
  reason: string;
  from: Instant;
  until: Instant;
  seq: number;
}

export async function insertBreakGlass(
  tx: Tx,
  { operatorId, reason, from, until, seq }: Begun,
): Promise<void> {
  await tx
    .insertInto('break_glass')
    .values({
      ...{ id: uuid(), recorded_by: seq, operator_id: operatorId, reason },
      ...{ from_at: from, to_at: until, seen_by: null, seen_at: null },
    })
    .execute();
}

/** Those of somebody that last beyond a moment. */
export const listLasting = (
  db: Reads,
  operatorId: OperatorId,
  now: Instant,
): Promise<{ id: string; from: Instant }[]> =>
  db
    .selectFrom('break_glass')
    .select(['id', 'from_at as from'])
    .where('operator_id', '=', operatorId)
    .where('to_at', '>', now)
    .execute();

/** Ends it sooner, never later. */
export async function endSooner(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable('break_glass')
    .set({ to_at: at })
    .where('id', '=', id)
    .where('to_at', '>', at)
    .execute();
}

/** The ones that nobody has looked at, and all since a moment; each with how many acts were made under it. */
export async function readBreakGlasses(
  db: Reads,
  since: Instant | undefined,
): Promise<OutputOf<'people.breakGlasses'>> {
  const rows = await db
    .selectFrom('break_glass')
    .innerJoin('operator', 'operator.id', 'break_glass.operator_id')
    .leftJoin('operator as seer', 'seer.id', 'break_glass.seen_by')
    .selectAll('break_glass')
    .select(['operator.name', 'seer.name as seer'])
    .select((select) =>
      select
        .selectFrom('act')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('act.operator_id', '=', 'break_glass.operator_id')
        .whereRef('act.recorded_at', '>=', 'break_glass.from_at')
        .whereRef('act.recorded_at', '<', 'break_glass.to_at')
        .whereRef('act.seq', '<>', 'break_glass.recorded_by')
        .as('acts'),
    )
    .where((where) =>
      where.or([
        where('break_glass.seen_at', 'is', null),
        ...(since ? [where('break_glass.from_at', '>=', since)] : []),
      ]),
    )
    .orderBy('break_glass.from_at', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, operatorId: row.operator_id, name: row.name, reason: row.reason },
    ...{ from: row.from_at, to: row.to_at, acts: Number(row.acts ?? 0) },
    seen: row.seer !== null && row.seen_at !== null ? { who: row.seer, at: row.seen_at } : null,
  }));
}

/** Whose it was, while nobody has looked at it. */
export async function findUnseen(db: Reads, id: string): Promise<OperatorId | null> {
  const glass = await db
    .selectFrom('break_glass')
    .select('operator_id')
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  return glass?.operator_id ?? null;
}

export async function markSeen(tx: Tx, id: string, by: OperatorId, at: Instant): Promise<void> {
  await tx.updateTable('break_glass').set({ seen_by: by, seen_at: at }).where('id', '=', id).execute();
}

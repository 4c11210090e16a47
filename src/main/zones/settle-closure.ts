import type { Selectable } from 'kysely';
import type { ZoneId } from '#shared/contract/values.ts';
import type { ZoneState } from '#shared/contract/vocabulary.ts';
import type { Act } from '../acts/record-act.ts';
import { supersede } from '../db/facts.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { closureOf, isOfItsLife } from './zone-life-rules.ts';

type Closure = Selectable<Schema['closure']>;

/**
 * The closure by which the zone takes nobody in this state. One that was made by hand gives way to it and comes
 * back with its end: only whoever puts the zone back into service ends that.
 */
export async function settleClosure(
  tx: Tx,
  zoneId: ZoneId,
  state: ZoneState,
  note: string,
  act: Act,
): Promise<void> {
  const wanted = closureOf(state);
  const open = await openClosureOf(tx, zoneId);
  if (open && (wanted === open.reason || (wanted === null && !isOfItsLife(open.reason)))) return;
  const byHand = open && wanted === null ? await closedByHand(tx, open) : null;
  if (open) {
    await supersede(tx, 'closure', open.id, act.seq);
    const { id: _id, restores: _restores, superseded_by: _ended, ...columns } = open;
    if (act.happenedAt > open.from_at)
      await tx
        .insertInto('closure')
        .values({ ...columns, to_at: act.happenedAt, recorded_by: act.seq })
        .execute();
  }
  const next = wanted === null ? byHand : { reason: wanted, note };
  if (next === null) return;
  await tx
    .insertInto('closure')
    .values({
      ...{ bed_id: null, care_unit_id: null, zone_id: zoneId },
      ...{ reason: next.reason, note: next.note, from_at: act.happenedAt, to_at: null, recorded_by: act.seq },
    })
    .execute();
}

export const openClosureOf = (db: Reads, zoneId: ZoneId): Promise<Closure | undefined> =>
  db
    .selectFrom('closure')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('superseded_by', 'is', null)
    .where('to_at', 'is', null)
    .executeTakeFirst();

/** What somebody closed the zone for by hand: this very closure, or the one that gave way to the zone's steps. */
export async function closedByHand(db: Reads, closure: Closure): Promise<Closure | null> {
  if (!isOfItsLife(closure.reason)) return closure;
  const before = await db
    .selectFrom('closure')
    .selectAll()
    .where('zone_id', '=', closure.zone_id)
    .where('superseded_by', '=', await writtenFirstBy(db, closure))
    .where('to_at', 'is', null)
    .executeTakeFirst();
  return before ? closedByHand(db, before) : null;
}

/** The act that a closure is of, also where an undo wrote it again. */
async function writtenFirstBy(db: Reads, { restores, recorded_by }: Closure): Promise<number> {
  if (restores === null) return recorded_by;
  const earlier = await db
    .selectFrom('closure')
    .selectAll()
    .where('id', '=', restores)
    .executeTakeFirstOrThrow();
  return writtenFirstBy(db, earlier);
}

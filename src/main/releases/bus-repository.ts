import type { Selectable } from 'kysely';
import type { ReleaseBus } from '#shared/contract/release-list.ts';
import type { ReleaseBusId, ReleaseListId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';

/** A bus of a list, with the fact that says so. */
export type BusFact = ReleaseBus & { id: number };

/** What is known of a bus, as typed. */
export interface BusDetails {
  plate: string;
  seats: number;
  district: string;
  departsAt: Instant;
  meetingPoint: string;
}

/** The buses of a list that were not called off, in the order in which they leave; `taken`: people by bus. */
export async function readBuses(
  db: Reads,
  listId: ReleaseListId,
  taken: ReadonlyMap<ReleaseBusId, number>,
): Promise<BusFact[]> {
  const rows = await db
    .selectFrom('release_bus')
    .selectAll()
    .where('list_id', '=', listId)
    .where('superseded_by', 'is', null)
    .where('cancelled', '=', 0)
    .orderBy('departs_at')
    .orderBy('plate')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    busId: row.bus_id,
    plate: row.plate,
    seats: row.seats,
    district: row.district,
    departsAt: row.departs_at,
    meetingPoint: row.meeting_point,
    taken: taken.get(row.bus_id) ?? 0,
  }));
}

/** The bus and its list. Refuses one that does not exist or was called off. */
export async function requireBus(db: Reads, busId: ReleaseBusId) {
  const bus = await db
    .selectFrom('release_bus')
    .selectAll()
    .where('bus_id', '=', busId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  refuseUnless(bus !== undefined, 'no-such-bus');
  if (bus.cancelled === 1) throw new Refusal('bus-cancelled', { plate: bus.plate });
  return bus;
}

export const insertBus = (
  tx: Tx,
  { listId, busId, bus, seq }: { listId: ReleaseListId; busId: ReleaseBusId; bus: BusDetails; seq: number },
) =>
  tx
    .insertInto('release_bus')
    .values({
      bus_id: busId,
      list_id: listId,
      plate: bus.plate,
      seats: bus.seats,
      district: bus.district,
      departs_at: bus.departsAt,
      meeting_point: bus.meetingPoint,
      cancelled: 0,
      recorded_by: seq,
    })
    .execute();

/** Writes a bus again as called off, in place of what held. */
export async function callOffBus(tx: Tx, bus: Selectable<Schema['release_bus']>, seq: number): Promise<void> {
  await supersede(tx, 'release_bus', bus.id, seq);
  const { id: _id, recorded_by: _by, superseded_by: _super, restores: _restores, ...facts } = bus;
  await tx
    .insertInto('release_bus')
    .values({ ...facts, cancelled: 1, recorded_by: seq })
    .execute();
}

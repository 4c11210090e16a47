import type { BedId } from '#shared/contract/values.ts';
import type { BedState } from '#shared/contract/vocabulary.ts';
import { bedState } from '#shared/rules/bed-state.ts';
import { type AsOf, heldAsOf } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';
import { type BedPlace, closureOf, readEmptyFacts } from './bed-facts.ts';
import { readBedPlaces } from './show-board.ts';

/** The beds that somebody lies in as of one instant (null: now), and not who. */
export async function readOccupiedBeds(db: Reads, asOf: AsOf | null): Promise<Set<BedId>> {
  const rows = await db
    .selectFrom('bed_assignment as a')
    .select('a.bed_id')
    .where(heldAsOf('bed_assignment', 'a', asOf))
    .execute();
  return new Set(rows.map(({ bed_id }) => bed_id));
}

/**
 * Every bed with its state as of one instant (null: now), for counting: who is in it costs three times as much to
 * read, and no number asks for it.
 */
export async function readBedStates(
  db: Reads,
  asOf: AsOf | null,
): Promise<(BedPlace & { state: BedState })[]> {
  const occupied = await readOccupiedBeds(db, asOf);
  const facts = await readEmptyFacts(db, asOf);
  return (await readBedPlaces(db)).map(({ id, care_unit_id, zone_id }) => ({
    ...{ id, care_unit_id, zone_id },
    state: bedState({
      occupied: occupied.has(id),
      closed: closureOf({ id, care_unit_id, zone_id }, facts) !== null,
      awaitingDisinfection: facts.disinfections.has(id),
      reserved: facts.reservations.has(id),
    }),
  }));
}

import { countStates, readWardFacts, viewOf } from '../beds/bed-facts.ts';
import { readBedPlaces } from '../beds/show-board.ts';
import { readAsOf } from '../figures/knowledge.ts';
import { readTotalsSinceOpening } from '../figures/totals-repository.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { zoneStatuses } from '../zones/zone-status.ts';
import { countPresent, sumOf } from './present-repository.ts';

/**
 * Who is where at one instant, from the facts as they are known today or were known at an earlier moment.
 * Patients and beds are counted apart and agree: in house = waiting + occupied beds.
 */
export const showCensus: QueryHandler<'ward.census'> = async (db, input, context) => {
  const { now, zone } = context;
  const asOf = await readAsOf(db, input, context);
  const facts = await readWardFacts(db, asOf, now, zone);
  const beds = (await readBedPlaces(db)).map((bed) => ({ zoneId: bed.zone_id, ...viewOf(bed, facts) }));
  const byClassification = await countPresent(db, asOf);
  const total = sumOf(byClassification);
  const totals = await readTotalsSinceOpening(db, asOf?.at ?? null, asOf?.knownBy ?? null);
  const statuses = await zoneStatuses(db, asOf?.at ?? null);
  const zones = await db.selectFrom('zone').selectAll().orderBy('code').execute();
  return {
    at: asOf?.at ?? now,
    knownAt: input.knownAt ?? null,
    beds: countStates(beds),
    patients: {
      inHouse: total,
      waiting: total - facts.occupants.size,
      admittedTotal: totals.admitted,
      dischargedTotal: totals.left,
    },
    byZone: zones.map((one) => {
      const own = beds.filter(({ zoneId }) => zoneId === one.id);
      const counts = countStates(own);
      return {
        zone: one.code,
        name: one.name,
        sexPolicy: one.sex_policy,
        beds: counts,
        inHouse: counts.occupied,
        state: statuses.get(one.id)?.state ?? 'open',
      };
    }),
    byClassification,
  };
};

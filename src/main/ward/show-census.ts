import { countStates } from '../beds/bed-facts.ts';
import { readBedStates } from '../beds/bed-states.ts';
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
  const asOf = await readAsOf(db, input, context);
  const beds = await readBedStates(db, asOf);
  const byClassification = await countPresent(db, asOf);
  const total = sumOf(byClassification);
  const totals = await readTotalsSinceOpening(db, asOf?.at ?? null, asOf?.knownBy ?? null);
  const statuses = await zoneStatuses(db, asOf?.at ?? null);
  const zones = await db.selectFrom('zone').selectAll().orderBy('code').execute();
  const counts = countStates(beds);
  return {
    at: asOf?.at ?? context.now,
    knownAt: input.knownAt ?? null,
    beds: counts,
    patients: {
      inHouse: total,
      waiting: total - counts.occupied,
      admittedTotal: totals.admitted,
      dischargedTotal: totals.left,
    },
    byZone: zones.map((one) => {
      const own = countStates(beds.filter(({ zone_id }) => zone_id === one.id));
      return {
        zone: one.code,
        name: one.name,
        sexPolicy: one.sex_policy,
        beds: own,
        inHouse: own.occupied,
        state: statuses.get(one.id)?.state ?? 'open',
      };
    }),
    byClassification,
  };
};

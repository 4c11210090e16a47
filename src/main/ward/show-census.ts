import type { Classification } from '#shared/contract/vocabulary.ts';
import { CLASSIFICATIONS } from '#shared/contract/vocabulary.ts';
import type { Census } from '#shared/contract/ward.ts';
import { countStates, readWardFacts, viewOf } from '../beds/bed-facts.ts';
import { readBedPlaces } from '../beds/show-board.ts';
import { type AsOf, classificationOf, heldAsOf } from '../db/as-of.ts';
import { readAsOf } from '../figures/knowledge.ts';
import { readTotalsSinceOpening } from '../figures/totals-repository.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';

/**
 * Who is where at one instant, from the facts as they are known today or were known at an earlier moment.
 * Patients and beds are counted apart and agree: in house = waiting + occupied beds.
 */
export const showCensus: QueryHandler<'ward.census'> = async (db, input, context) => {
  const { now, zone } = context;
  const asOf = await readAsOf(db, input, context);
  const facts = await readWardFacts(db, asOf, now, zone);
  const beds = (await readBedPlaces(db)).map((bed) => ({ zoneId: bed.zone_id, ...viewOf(bed, facts) }));
  const inHouse = await countByClassification(db, asOf);
  const total = inHouse.reduce((sum, { n }) => sum + n, 0);
  const totals = await readTotalsSinceOpening(db, asOf?.at ?? null, asOf?.knownBy ?? null);
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
      };
    }),
    byClassification: Object.fromEntries(
      CLASSIFICATIONS.map((word) => [
        word,
        inHouse.find(({ classification }) => classification === word)?.n ?? 0,
      ]),
    ) as Census['byClassification'],
  };
};

async function countByClassification(
  db: Reads,
  asOf: AsOf | null,
): Promise<{ classification: Classification; n: number }[]> {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('stay_period as p')
        .select(classificationOf('p.stay_id', asOf?.at ?? null, asOf?.knownBy).as('classification'))
        .where(heldAsOf('stay_period', 'p', asOf))
        .as('present'),
    )
    .select(({ fn }) => ['present.classification', fn.countAll<number>().as('n')])
    .groupBy('present.classification')
    .execute();
  return rows.map(({ classification, n }) => ({
    classification: (classification ?? 'unknown') as Classification,
    n,
  }));
}

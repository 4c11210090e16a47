import type { Classification } from '#shared/contract/vocabulary.ts';
import { CLASSIFICATIONS } from '#shared/contract/vocabulary.ts';
import type { Census } from '#shared/contract/ward.ts';
import { type Instant, localOf } from '#shared/rules/instant.ts';
import { countStates, readWardFacts, viewOf } from '../beds/bed-facts.ts';
import { readBedPlaces } from '../beds/show-board.ts';
import { classificationOf, holds } from '../db/as-of.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';

/**
 * Who is where at one instant, from the facts as they are known today. Patients and beds are counted apart
 * and agree: in house = waiting + occupied beds.
 */
export const showCensus: QueryHandler<'ward.census'> = async (db, input, { now, zone }) => {
  if (input.at !== undefined && input.at > now)
    throw new Refusal('in-future', { at: localOf(input.at, zone) });
  const at = input.at ?? null;
  const facts = await readWardFacts(db, at, now, zone);
  const beds = (await readBedPlaces(db)).map((bed) => ({ zoneId: bed.zone_id, ...viewOf(bed, facts) }));
  const inHouse = await countByClassification(db, at);
  const total = inHouse.reduce((sum, { n }) => sum + n, 0);
  const zones = await db.selectFrom('zone').selectAll().orderBy('code').execute();
  return {
    at: at ?? now,
    beds: countStates(beds),
    patients: { inHouse: total, waiting: total - facts.occupants.size, ...(await countMovements(db, at)) },
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
  at: Instant | null,
): Promise<{ classification: Classification; n: number }[]> {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('stay_period as p')
        .select(classificationOf('p.stay_id', at).as('classification'))
        .where(holds('p', at))
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

/** Admitted and left since opening, up to the instant asked for. */
async function countMovements(db: Reads, at: Instant | null) {
  const admitted = await db
    .selectFrom('stay_period')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('superseded_by', 'is', null)
    .$if(at !== null, (q) => q.where('from_at', '<=', at as Instant))
    .executeTakeFirstOrThrow();
  const left = await db
    .selectFrom('stay_period')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('superseded_by', 'is', null)
    .where('to_at', 'is not', null)
    .$if(at !== null, (q) => q.where('to_at', '<=', at as Instant))
    .executeTakeFirstOrThrow();
  return { admittedTotal: admitted.n, dischargedTotal: left.n };
}

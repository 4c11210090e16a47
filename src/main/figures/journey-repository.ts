import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { heldAt, known } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import type { Interval, Journey, Stretch } from './journey-rules.ts';

/** A year of history passes through as many stays at a time. */
const PAGE = 5000;
const AT_ONCE = 1000;

/**
 * Everybody who was in house at some time of the interval, as known after the act `knownBy` (null: as known
 * now), once each: those who were there at its begin, then those who came, in the order of coming.
 */
export async function* readJourneys(
  db: Reads,
  interval: Interval,
  knownBy: number | null,
): AsyncGenerator<Journey> {
  const there = await selectPeriods(db)
    .where('p.id', 'in', heldAt('stay_period', interval.from, knownBy))
    .orderBy('p.from_at')
    .orderBy('p.id')
    .execute();
  yield* withBeds(db, there, interval, knownBy);
  let after: { from_at: Instant; id: number } = { from_at: interval.from, id: Number.MAX_SAFE_INTEGER };
  for (;;) {
    const page = await selectPeriods(db)
      .where('p.from_at', '>=', after.from_at)
      .where('p.from_at', '<=', interval.to)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('p.from_at', 'p.id'), '>', tuple(after.from_at, after.id)),
      )
      .where(known('p', knownBy))
      .orderBy('p.from_at')
      .orderBy('p.id')
      .limit(PAGE)
      .execute();
    yield* withBeds(db, page, interval, knownBy);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last;
  }
}

const selectPeriods = (db: Reads) =>
  db.selectFrom('stay_period as p').select(['p.id', 'p.stay_id', 'p.from_at', 'p.to_at', 'p.way']);

type Period = Awaited<ReturnType<ReturnType<typeof selectPeriods>['execute']>>[number];

async function* withBeds(
  db: Reads,
  periods: readonly Period[],
  interval: Interval,
  knownBy: number | null,
): AsyncGenerator<Journey> {
  for (const some of inChunks(periods, AT_ONCE)) {
    const ids = some.map(({ stay_id }) => stay_id);
    const stretches = await readStretches(db, ids, interval, knownBy);
    for (const { stay_id: stayId, from_at: arrivedAt, to_at: leftAt, way } of some)
      yield { stayId, arrivedAt, leftAt, way, stretches: stretches.get(stayId) ?? [] };
  }
}

/** The beds that these stays had in the interval. */
async function readStretches(
  db: Reads,
  ids: readonly StayId[],
  { from, to }: Interval,
  knownBy: number | null,
): Promise<Map<StayId, Stretch[]>> {
  const rows = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .innerJoin('zone', 'zone.id', 'care_unit.zone_id')
    .select(['a.stay_id', 'a.bed_id', 'bed.code as bed', 'zone.id as zone_id', 'zone.code as zone'])
    .select(['a.from_at', 'a.to_at'])
    .where('a.stay_id', 'in', ids)
    .where(known('a', knownBy))
    .where('a.from_at', '<=', to)
    .where((eb) => eb.or([eb('a.to_at', 'is', null), eb('a.to_at', '>', from)]))
    .orderBy('a.from_at')
    .execute();
  const stretches = new Map<StayId, Stretch[]>();
  for (const { stay_id, bed_id: bedId, zone_id: zoneId, from_at, to_at, bed, zone } of rows) {
    const own = stretches.get(stay_id);
    const stretch = { bedId, bed, zoneId, zone, from: from_at, to: to_at };
    if (own) own.push(stretch);
    else stretches.set(stay_id, [stretch]);
  }
  return stretches;
}

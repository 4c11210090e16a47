import type { StayId } from '#shared/contract/values.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import type { Interval } from './journey-rules.ts';
import type { StayVersions } from './restatement-rules.ts';

const AT_ONCE = 1000;

/**
 * Every stay of which an act after `knownBy` recorded or took back something that touches the interval, with all
 * that was ever held true of it.
 */
export async function* readChangedStays(
  db: Reads,
  interval: Interval,
  knownBy: number,
): AsyncGenerator<StayVersions> {
  // Distinct here and not in SQL, which would read a whole index in the order of stays for it.
  const ids = new Set<StayId>();
  for (const table of ['stay_period', 'bed_assignment'] as const)
    for (const column of ['recorded_by', 'superseded_by'] as const)
      for (const { stay_id } of await selectTouched(db, table, interval)
        .where(column, '>', knownBy)
        .execute())
        ids.add(stay_id);
  for (const some of inChunks([...ids], AT_ONCE)) yield* await readVersions(db, some);
}

const selectTouched = (db: Reads, table: 'stay_period' | 'bed_assignment', { from, to }: Interval) =>
  // The tables share these columns; one of them stands for both in the types.
  db
    .selectFrom(table as 'bed_assignment')
    .select('stay_id')
    .where('from_at', '<=', to)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', from)]));

async function readVersions(db: Reads, ids: readonly StayId[]): Promise<StayVersions[]> {
  const versions = db
    .selectFrom('stay_period')
    .select(['stay_id', 'from_at', 'to_at', 'way', 'recorded_by', 'superseded_by'])
    .where('stay_id', 'in', ids);
  // One index has what is known now, another what was taken back; asked for both at once, SQLite reads all.
  const periods = [
    ...(await versions.where('superseded_by', 'is', null).execute()),
    ...(await versions.where('superseded_by', 'is not', null).execute()),
  ];
  const assignments = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .innerJoin('zone', 'zone.id', 'care_unit.zone_id')
    .select(['a.stay_id', 'a.bed_id', 'bed.code as bed', 'zone.id as zone_id', 'zone.code as zone'])
    .select(['a.from_at', 'a.to_at', 'a.recorded_by', 'a.superseded_by'])
    .where('a.stay_id', 'in', ids)
    .execute();
  const stays = new Map(ids.map((id) => [id, emptyVersions(id)]));
  for (const { stay_id, from_at: arrivedAt, to_at: leftAt, way, ...row } of periods)
    stays.get(stay_id)?.periods.push({ value: { arrivedAt, leftAt, way }, ...knowledgeOf(row) });
  for (const {
    stay_id,
    bed_id: bedId,
    bed,
    zone_id: zoneId,
    zone,
    from_at: from,
    to_at: to,
    ...row
  } of assignments)
    stays
      .get(stay_id)
      ?.stretches.push({ value: { bedId, bed, zoneId, zone, from, to }, ...knowledgeOf(row) });
  return [...stays.values()];
}

const emptyVersions = (stayId: StayId) => ({
  stayId,
  periods: [] as StayVersions['periods'][number][],
  stretches: [] as StayVersions['stretches'][number][],
});

const knowledgeOf = (row: { recorded_by: number; superseded_by: number | null }) => ({
  recordedBy: row.recorded_by,
  supersededBy: row.superseded_by,
});

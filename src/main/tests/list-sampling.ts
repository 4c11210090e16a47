import type { SamplingRow } from '#shared/contract/tests.ts';
import type { StayId } from '#shared/contract/values.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import { holds } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import { sampleDue } from '../eligibility/sample-due.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { unusedLabels } from './assign-labels.ts';
import { readRetests } from './retest-repository.ts';

/** Why somebody of a pool is sampled again. */
export const RETEST = {
  zh: '混采阳性或无效，须单采复检',
  en: 'the pool was positive or invalid: test alone',
};

/**
 * Who is to be sampled within the hours given: whoever had a part in a pool that was positive or invalid, and
 * whoever the protocol asks a sample of, also where a doctor has to look first. The first of these come first, both in walking order.
 */
export const listSampling: QueryHandler<'tests.samplingList'> = async (
  db,
  input,
  { now, zone, progress },
) => {
  progress({ step: 'judging', done: 0, total: 1 });
  const until = addMinutes(now, input.withinHours * 60);
  const judgements = await judgeStays(db, now, zone, 'present');
  const places = await readWalkingOrder(db);
  const inHouse = places.map(({ stayId }) => stayId);
  const retests = new Set((await readRetests(db, inHouse)).map(({ stayId }) => stayId));
  const lasts = await lastSamples(db, inHouse);
  const due = places.flatMap(({ careUnit, ...place }): Omit<SamplingRow, 'label'>[] => {
    const base = { ...place, careUnit, lastSampledAt: lasts.get(place.stayId) ?? null };
    if (retests.has(place.stayId)) return [{ ...base, why: 'retest', dueAt: now, sentence: RETEST }];
    const judgement = judgements.get(place.stayId);
    const sample = judgement ? sampleDue(judgement) : null;
    if (sample === null || (sample.at !== null && sample.at > until)) return [];
    const { at, sentence } = sample;
    return [{ ...base, why: 'due', dueAt: at, sentence: { zh: sentence.zh, en: sentence.en } }];
  });
  const labels = await unusedLabels(
    db,
    due.map(({ stayId }) => stayId),
  );
  const rows = due.map((row): SamplingRow => ({ ...row, label: labels.get(row.stayId) ?? '' }));
  return [...rows.filter(({ why }) => why === 'retest'), ...rows.filter(({ why }) => why === 'due')];
};

interface Place {
  readonly stayId: StayId;
  readonly number: number;
  readonly name: string;
  readonly bed: string;
  readonly zone: string;
  readonly careUnit: string;
}

/** Everybody in house by zone, care unit and bed; those who wait for a bed come last. */
async function readWalkingOrder(db: Reads): Promise<Place[]> {
  const rows = await db
    .selectFrom('stay_period as p')
    .innerJoin('stay', 'stay.id', 'p.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(holds('a', null)))
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .leftJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .leftJoin('zone', 'zone.id', 'care_unit.zone_id')
    .select(['stay.id', 'stay.number', 'person.name', 'bed.code as bed'])
    .select(['care_unit.code as careUnit', 'zone.code as zone'])
    .where(holds('p', null))
    .execute();
  const placed = rows.map(({ id, number, name, bed, careUnit, zone }) => ({
    stayId: id,
    number,
    name,
    bed: bed ?? '',
    zone: zone ?? '',
    careUnit: careUnit ?? '',
  }));
  const key = ({ zone, careUnit, bed, number }: Place): string =>
    bed === '' ? `\u{10FFFF}${String(number).padStart(9, '0')}` : `${zone}\u0001${careUnit}\u0001${bed}`;
  return placed
    .map((place) => ({ place, order: key(place) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ place }) => place);
}

async function lastSamples(db: Reads, ids: readonly StayId[]): Promise<Map<StayId, Instant>> {
  const lasts = new Map<StayId, Instant>();
  for (const some of inChunks(ids, 1000)) {
    const rows = await db
      .selectFrom('nat_sample')
      .select(({ fn }) => ['stay_id', fn.max('sampled_at').as('last')])
      .where('stay_id', 'in', some)
      .where('superseded_by', 'is', null)
      .groupBy('stay_id')
      .execute();
    for (const { stay_id, last } of rows) lasts.set(stay_id, last);
  }
  return lasts;
}

import type { Observation } from '#shared/contract/rounds.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Classification } from '#shared/contract/vocabulary.ts';
import type { Instant, LocalDate } from '#shared/rules/instant.ts';
import { classificationOf, heldAt, holds } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import { readObservations } from '../rounds/observation-repository.ts';
import type { SampleFacts } from './eligibility-types.ts';

/** Everybody who was in the ward at that instant, or these. */
export type WhichStays = 'present' | readonly StayId[];

/** What the ward's file knows of one stay, before any protocol has been asked. */
export interface KnownOfStay {
  readonly stayId: StayId;
  readonly name: string;
  readonly documentNumber: string | null;
  readonly number: number;
  readonly birthDate: LocalDate | null;
  readonly arrivedAt: Instant;
  readonly leftAt: Instant | null;
  readonly classification: Classification;
  readonly firstPositiveDate: LocalDate | null;
  readonly referred: boolean;
  readonly bed: string;
  /** Zone, care unit, bed. */
  readonly walk: string;
  readonly samples: SampleFacts[];
  /** Oldest first. */
  readonly observations: readonly Observation[];
}

const AT_ONCE = 500;

/**
 * As it was at `at` by what is known today, in walking order; who has no bed comes last. Results are given as they
 * stand now: a corrected report has replaced the earlier one.
 */
export async function readKnown(db: Reads, which: WhichStays, at: Instant): Promise<KnownOfStay[]> {
  const stays = which === 'present' ? await presentAt(db, at) : await theseStays(db, which, at);
  const samples = new Map<StayId, SampleFacts[]>();
  const ids = stays.map(({ stayId }) => stayId);
  for (const some of inChunks(ids, AT_ONCE)) await addSamples(db, some, at, samples);
  const observations = await readObservations(db, ids, at);
  const referred = await referredAt(db, ids, at);
  return stays
    .map(({ zone, unit, bed, classification, ...stay }) => ({
      ...stay,
      classification: (classification ?? 'unknown') as Classification,
      bed: bed ?? '',
      walk: bed === null ? '' : `${zone} ${unit} ${bed}`,
      referred: referred.has(stay.stayId),
      samples: samples.get(stay.stayId) ?? [],
      observations: observations.get(stay.stayId) ?? [],
    }))
    .sort(
      (a, b) => Number(a.walk === '') - Number(b.walk === '') || order(a.walk, b.walk) || a.number - b.number,
    );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const selectStays = (db: Reads, at: Instant) =>
  db
    .selectFrom('stay_period as p')
    .innerJoin('stay', 'stay.id', 'p.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(holds('a', at)))
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .leftJoin('care_unit as u', 'u.id', 'bed.care_unit_id')
    .leftJoin('zone as z', 'z.id', 'u.zone_id')
    .where('p.superseded_by', 'is', null)
    .select([
      'stay.id as stayId',
      'stay.number',
      'stay.first_positive_date as firstPositiveDate',
      'person.name',
      'person.document_number as documentNumber',
      'person.birth_date as birthDate',
      'p.from_at as arrivedAt',
      'p.to_at as leftAt',
      'bed.code as bed',
      'u.code as unit',
      'z.code as zone',
    ])
    .select(classificationOf('stay.id', at).as('classification'));

const presentAt = (db: Reads, at: Instant) =>
  selectStays(db, at)
    .where('p.id', 'in', heldAt('stay_period', at, null))
    .execute();

async function theseStays(db: Reads, ids: readonly StayId[], at: Instant) {
  const rows: Awaited<ReturnType<typeof presentAt>> = [];
  for (const some of inChunks(ids, AT_ONCE))
    rows.push(...(await selectStays(db, at).where('stay.id', 'in', some).execute()));
  return rows;
}

async function addSamples(
  db: Reads,
  ids: readonly StayId[],
  at: Instant,
  found: Map<StayId, SampleFacts[]>,
): Promise<void> {
  const rows = await db
    .selectFrom('nat_sample as s')
    .leftJoin('nat_result as r', (join) =>
      join.onRef('r.barcode', '=', 's.barcode').on('r.superseded_by', 'is', null),
    )
    .select(['s.stay_id', 's.barcode', 's.sampled_at', 's.pooled', 'r.reported_at', 'r.outcome'])
    .select(['r.orf_reading', 'r.orf_ct', 'r.n_reading', 'r.n_ct'])
    .where('s.stay_id', 'in', ids)
    .where('s.superseded_by', 'is', null)
    .where('s.sampled_at', '<=', at)
    .execute();
  for (const row of rows) {
    const sample: SampleFacts = {
      barcode: row.barcode,
      sampledAt: row.sampled_at,
      reportedAt: row.reported_at,
      pooled: row.pooled === 1,
      outcome: row.outcome,
      orf: { reading: row.orf_reading ?? 'missing', ct: row.orf_ct },
      n: { reading: row.n_reading ?? 'missing', ct: row.n_ct },
    };
    const own = found.get(row.stay_id);
    if (own) own.push(sample);
    else found.set(row.stay_id, [sample]);
  }
}

/** Which of these stays had a referral that had been asked for by then and was neither over nor called off. */
async function referredAt(db: Reads, ids: readonly StayId[], at: Instant): Promise<Set<StayId>> {
  const referred = new Set<StayId>();
  for (const some of inChunks(ids, AT_ONCE)) {
    const rows = await db
      .selectFrom('referral')
      .select('stay_id')
      .where('stay_id', 'in', some)
      .where('superseded_by', 'is', null)
      .where('requested_at', '<=', at)
      .where((eb) => eb.or([eb('arrived_at', 'is', null), eb('arrived_at', '>', at)]))
      .where((eb) => eb.or([eb('cancelled_at', 'is', null), eb('cancelled_at', '>', at)]))
      .execute();
    for (const { stay_id } of rows) referred.add(stay_id);
  }
  return referred;
}

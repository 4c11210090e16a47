import type { ExaminationKind } from '#shared/contract/clinical-vocabulary.ts';
import type { ListedSample } from '#shared/contract/release-list.ts';
import type { ReferralId, StayId } from '#shared/contract/values.ts';
import type { Classification } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';

/** A sample with what is known of its result, as summaries print it. */
export interface PrintedSample extends Omit<ListedSample, 'outcome'> {
  barcode: string;
  pooled: boolean;
  outcome: ListedSample['outcome'];
}

/** Every sample of one stay, oldest first; one without a result has its genes `missing`. */
export async function readSamples(db: Reads, stayId: StayId): Promise<PrintedSample[]> {
  const rows = await db
    .selectFrom('nat_sample as s')
    .leftJoin('nat_result as r', (join) =>
      join.onRef('r.barcode', '=', 's.barcode').on('r.superseded_by', 'is', null),
    )
    .select(['s.barcode', 's.sampled_at', 's.pooled', 'r.outcome'])
    .select(['r.orf_reading', 'r.orf_ct', 'r.n_reading', 'r.n_ct'])
    .where('s.stay_id', '=', stayId)
    .where('s.superseded_by', 'is', null)
    .orderBy('s.sampled_at')
    .execute();
  return rows.map((row) => ({
    barcode: row.barcode,
    sampledAt: row.sampled_at,
    pooled: row.pooled === 1,
    outcome: row.outcome,
    orf: { reading: row.orf_reading ?? 'missing', ct: row.orf_ct },
    n: { reading: row.n_reading ?? 'missing', ct: row.n_ct },
  }));
}

export const readObservationsOf = (db: Reads, stayId: StayId) =>
  db
    .selectFrom('observation')
    .select([
      'taken_at',
      'temperature',
      'pulse',
      'respiratory_rate',
      'spo2',
      'oxygen',
      'systolic',
      'diastolic',
    ])
    .select(['consciousness', 'symptoms', 'trend', 'note'])
    .where('stay_id', '=', stayId)
    .where('superseded_by', 'is', null)
    .orderBy('taken_at')
    .execute();
export type PrintedObservation = Awaited<ReturnType<typeof readObservationsOf>>[number];

export const readClassifications = (
  db: Reads,
  stayId: StayId,
): Promise<{ at: Instant; to: Classification }[]> =>
  db
    .selectFrom('stay_classification')
    .select(['from_at as at', 'classification as to'])
    .where('stay_id', '=', stayId)
    .where('superseded_by', 'is', null)
    .orderBy('from_at')
    .execute();

/** Treatment and medicines ordered for this person, with how often each was given. */
export const readTreatments = (db: Reads, stayId: StayId) =>
  db
    .selectFrom('care_order as o')
    .leftJoin('care_done as d', (join) =>
      join
        .onRef('d.order_id', '=', 'o.order_id')
        .on('d.stay_id', '=', stayId)
        .on('d.superseded_by', 'is', null)
        .on('d.outcome', '=', 'done'),
    )
    .select(['o.order_id', 'o.kind', 'o.what', 'o.from_at', 'o.to_at'])
    .select(({ fn }) => fn.count<number>('d.id').as('times'))
    .where('o.stay_id', '=', stayId)
    .where('o.superseded_by', 'is', null)
    .where('o.kind', 'in', ['treatment', 'medicine'])
    .groupBy('o.id')
    .orderBy('o.from_at')
    .execute();

/** Examinations that were done, with what was found. */
export const readExaminations = (
  db: Reads,
  stayId: StayId,
): Promise<{ kind: ExaminationKind; at: Instant; finding: string }[]> =>
  db
    .selectFrom('examination')
    .select(({ ref }) => ['kind', 'finding', ref('done_at').$notNull().as('at')])
    .where('stay_id', '=', stayId)
    .where('superseded_by', 'is', null)
    .where('cancelled', '=', 0)
    .where('done_at', 'is not', null)
    .orderBy('done_at')
    .execute();

/** The last referral that was not called off, whether under way or over. */
export const readReferral = (db: Reads, stayId: StayId, referralId?: ReferralId) =>
  db
    .selectFrom('referral')
    .selectAll()
    .where('stay_id', '=', stayId)
    .where('superseded_by', 'is', null)
    .$if(referralId !== undefined, (q) => q.where('referral_id', '=', referralId as ReferralId))
    .where('cancelled_at', 'is', null)
    .orderBy('requested_at', 'desc')
    .executeTakeFirst();

/** Whom staff marked as a key patient 重点病员 by hand. */
export async function readKeyMarks(db: Reads, stayIds: readonly StayId[]): Promise<Set<StayId>> {
  const rows = await db
    .selectFrom('patient_mark')
    .select('stay_id')
    .where('mark', '=', 'key-patient')
    .where('superseded_by', 'is', null)
    .where('to_at', 'is', null)
    .execute();
  const wanted = new Set(stayIds);
  return new Set(rows.map(({ stay_id }) => stay_id).filter((id) => wanted.has(id)));
}

/** Labels that were made and whose tube has not been filled yet. */
export async function readOpenLabels(
  db: Reads,
  stayId: StayId,
  barcodes: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('sample_label as l')
    .leftJoin('nat_sample as s', (join) =>
      join
        .onRef('s.barcode', '=', 'l.barcode')
        .onRef('s.stay_id', '=', 'l.stay_id')
        .on('s.superseded_by', 'is', null),
    )
    .select('l.barcode')
    .where('l.stay_id', '=', stayId)
    .where('l.superseded_by', 'is', null)
    .$if(barcodes.length === 0, (q) => q.where('s.id', 'is', null))
    .orderBy('l.id')
    .execute();
  const wanted = new Set(barcodes);
  return rows.map(({ barcode }) => barcode).filter((one) => wanted.size === 0 || wanted.has(one));
}

import { randomUUID } from 'node:crypto';
import type { GeneResult } from '#main/eligibility/eligibility-types.ts';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { NatOutcome } from '#shared/contract/clinical-vocabulary.ts';
import type { StayId } from '#shared/contract/values.ts';
import { type Instant, instantOfLocal, type TimeZone } from '#shared/rules/instant.ts';
import { someone, type TestWard } from '../../fixtures/ward.ts';

export const moment = (local: string): Instant => {
  const found = instantOfLocal(local, 'Asia/Shanghai' as TimeZone);
  if (!found) throw new Error(local);
  return found;
};

/** Somebody in a bed since the moment to which the clock is set. */
export async function admitted(
  ward: TestWard,
  name: string,
  bed: string,
  details: Partial<AdmissionDetails> = {},
): Promise<StayId> {
  const { stayId } = await ward.call('stays.admit', {
    details: someone({ name, ...details }),
    bedId: await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });
  return stayId;
}

const NEGATIVE: GeneResult = { reading: 'not-detected', ct: null };

/**
 * A sample with its result, or (`outcome` null) without, as facts of the last act: this is about judging, not about
 * how they come in.
 */
export async function sampled(
  ward: TestWard,
  stayId: StayId,
  local: string,
  result: { outcome: NatOutcome | null; orf?: GeneResult; n?: GeneResult; reported?: string } = {
    outcome: 'negative',
  },
): Promise<void> {
  const barcode = randomUUID();
  const { seq } = await ward.db.read
    .selectFrom('act')
    .select('seq')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  await ward.db.write
    .insertInto('nat_sample')
    .values({ stay_id: stayId, barcode, sampled_at: moment(local), pooled: 0, recorded_by: seq })
    .execute();
  if (result.outcome === null) return;
  const { orf = NEGATIVE, n = NEGATIVE } = result;
  await ward.db.write
    .insertInto('nat_result')
    .values({
      ...{ barcode, outcome: result.outcome, recorded_by: seq, lab_file_id: null, lab_row: null },
      reported_at: result.reported === undefined ? null : moment(result.reported),
      ...{ orf_reading: orf.reading, orf_ct: orf.ct, n_reading: n.reading, n_ct: n.ct },
    })
    .execute();
}

export const POSITIVE = {
  outcome: 'positive',
  orf: { reading: 'ct', ct: 28 },
  n: { reading: 'ct', ct: 27.5 },
} as const;

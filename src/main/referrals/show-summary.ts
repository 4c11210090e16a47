import type { StayId } from '#shared/contract/values.ts';
import { daysBetween, type Instant, localDateOf } from '#shared/rules/instant.ts';
import { news2 } from '#shared/rules/news2.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readObservations } from '../rounds/observation-repository.ts';
import { readPatients } from '../rounds/patient-repository.ts';
import { selectStays, stayRowOf } from '../stays/stay-view.ts';
import { requireReferral } from './referral-repository.ts';
import { viewOf } from './show-referrals.ts';

const OBSERVATIONS = 3;
const TESTS = 5;

/** What goes with the patient: as things stand now, or stood when they left. */
export const showReferralSummary: QueryHandler<'referrals.summary'> = async (db, input, { now, zone }) => {
  const referral = await requireReferral(db, input.referralId);
  const row = await selectStays(db).where('stay.id', '=', referral.stay_id).executeTakeFirstOrThrow();
  const stay = stayRowOf(row, now, zone);
  const until = stay.leftAt ?? now;
  const { name } = await db.selectFrom('hospital').select('name').executeTakeFirstOrThrow();
  return {
    referral: viewOf(referral, stay),
    hospitalName: name,
    documentType: stay.documentType,
    documentNumber: stay.documentNumber ?? '',
    birthDate: stay.birthDate,
    phone: stay.phone,
    address: stay.address,
    emergencyContact: stay.emergencyContact,
    emergencyPhone: stay.emergencyPhone,
    companions: stay.companions,
    mobility: stay.mobility,
    arrivedAt: stay.arrivedAt,
    daysInHouse: Math.max(0, daysBetween(localDateOf(stay.arrivedAt, zone), localDateOf(until, zone))),
    classification: stay.classification,
    firstPositiveDate: stay.firstPositiveDate,
    keyGroups: stay.keyGroups,
    conditions: stay.conditions,
    vaccineDoses: stay.vaccineDoses,
    remarks: stay.remarks,
    observations: await lastObservations(db, stay.stayId, until, zone),
    tests: await lastTests(db, stay.stayId, until),
  };
};

async function lastObservations(
  db: Reads,
  stayId: StayId,
  until: Instant,
  zone: Parameters<typeof readPatients>[4],
) {
  const protocol = await protocolInForce(db, until);
  const [patient] = await readPatients(db, [stayId], protocol, until, zone);
  if (!patient) return [];
  const seen = (await readObservations(db, [stayId], until)).get(stayId) ?? [];
  const whom = { ageYears: patient.age.years, pregnant: patient.pregnant, scale2: patient.scale2 };
  return seen
    .slice(-OBSERVATIONS)
    .reverse()
    .map((one) => ({ ...one, score: news2(one, whom, protocol.ages.scoreFrom) }));
}

async function lastTests(db: Reads, stayId: StayId, until: Instant) {
  const rows = await db
    .selectFrom('nat_sample as s')
    .leftJoin('nat_result as r', (join) =>
      join.onRef('r.barcode', '=', 's.barcode').on('r.superseded_by', 'is', null),
    )
    .select(['s.barcode', 's.sampled_at', 's.pooled', 'r.outcome'])
    .select(['r.orf_reading', 'r.orf_ct', 'r.n_reading', 'r.n_ct'])
    .where('s.stay_id', '=', stayId)
    .where('s.superseded_by', 'is', null)
    .where('s.sampled_at', '<=', until)
    .orderBy('s.sampled_at', 'desc')
    .limit(TESTS)
    .execute();
  return rows.map((row) => ({
    barcode: row.barcode,
    sampledAt: row.sampled_at,
    pooled: row.pooled === 1,
    outcome: row.outcome,
    orf: { reading: row.orf_reading ?? ('missing' as const), ct: row.orf_ct },
    n: { reading: row.n_reading ?? ('missing' as const), ct: row.n_ct },
  }));
}

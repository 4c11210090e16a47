import type { StayId } from '#shared/contract/values.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';

/** A reading of a fever thermometer and when the desk learned of it. */
export interface Fever {
  takenAt: Instant;
  recordedAt: Instant;
  celsius: number;
}

const A_DAY_IN_MINUTES = 1440;

/** Every temperature that was taken of these stays by `until`, oldest first. */
const selectTemperatures = (db: Reads, stayIds: StayId[], until: Instant) =>
  db
    .selectFrom('observation as o')
    .innerJoin('act', 'act.seq', 'o.recorded_by')
    .select(['o.stay_id', 'o.taken_at as takenAt', 'act.recorded_at as recordedAt'])
    .select(({ ref }) => ref('o.temperature').$notNull().as('celsius'))
    .where('o.stay_id', 'in', stayIds)
    .where('o.superseded_by', 'is', null)
    .where('o.temperature', 'is not', null)
    .where('o.taken_at', '<=', until)
    .orderBy('o.taken_at');

/**
 * The first temperature of `limit` °C or more of each stay that the signers could not know of: taken since
 * `since`, or taken in the day before and written down since.
 */
export async function readFevers(
  db: Reads,
  stayIds: readonly StayId[],
  { since, until, limit }: { since: Instant; until: Instant; limit: number },
): Promise<Map<StayId, Fever>> {
  const fevers = new Map<StayId, Fever>();
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await selectTemperatures(db, some, until)
      .where('o.temperature', '>=', limit)
      .where('o.taken_at', '>=', addMinutes(since, -A_DAY_IN_MINUTES))
      .where((eb) => eb.or([eb('o.taken_at', '>=', since), eb('act.recorded_at', '>=', since)]))
      .execute();
    for (const { stay_id, ...fever } of rows) if (!fevers.has(stay_id)) fevers.set(stay_id, fever);
  }
  return fevers;
}

/** Whoever had a fever the last time somebody took the temperature, if that was within a day before `at`. */
export async function readOpenFevers(
  db: Reads,
  stayIds: readonly StayId[],
  { at, limit }: { at: Instant; limit: number },
): Promise<Map<StayId, Fever>> {
  const last = new Map<StayId, Fever>();
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await selectTemperatures(db, some, at)
      .where('o.taken_at', '>', addMinutes(at, -A_DAY_IN_MINUTES))
      .execute();
    for (const { stay_id, ...fever } of rows) last.set(stay_id, fever);
  }
  return new Map([...last].filter(([, { celsius }]) => celsius >= limit));
}

/** When the desk last recorded, or replaced, a result of each of these stays. */
const selectResults = (db: Reads, stayIds: StayId[], act: 'recorded_by' | 'superseded_by') =>
  db
    .selectFrom('nat_sample as s')
    .innerJoin('nat_result as r', 'r.barcode', 's.barcode')
    .innerJoin('act', 'act.seq', `r.${act}`)
    .select('s.stay_id')
    .select(({ fn }) => fn.max('act.recorded_at').as('at'))
    .where('s.stay_id', 'in', stayIds)
    .where('s.superseded_by', 'is', null)
    .groupBy('s.stay_id');

/** When a result of these people was last replaced by another one, if that was after `since`. */
export async function readCorrections(
  db: Reads,
  stayIds: readonly StayId[],
  since: Instant,
): Promise<Map<StayId, Instant>> {
  const corrections = new Map<StayId, Instant>();
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await selectResults(db, some, 'superseded_by')
      .where('act.recorded_at', '>', since)
      .execute();
    for (const { stay_id, at } of rows) if (at) corrections.set(stay_id, at);
  }
  return corrections;
}

/** The kinds of facts by which a rule of release is judged. */
export type Evidence = 'results' | 'observation' | 'stay_classification' | 'stay_period' | 'referral';

/** When the desk learned what it knows of these people in this respect: when the latest fact was recorded. */
export async function readEvidence(
  db: Reads,
  stayIds: readonly StayId[],
  evidence: Evidence,
): Promise<Map<StayId, Instant>> {
  const times = new Map<StayId, Instant>();
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await latestOf(db, some, evidence);
    for (const { stay_id, at } of rows) if (at) times.set(stay_id, at);
  }
  return times;
}

function latestOf(db: Reads, stayIds: StayId[], evidence: Evidence) {
  if (evidence === 'results') {
    return selectResults(db, stayIds, 'recorded_by').where('r.superseded_by', 'is', null).execute();
  }
  if (evidence === 'referral') {
    // Each step of a referral writes it again; what counts is when it was asked for.
    return db
      .selectFrom('referral as open')
      .innerJoin('referral as r', 'r.referral_id', 'open.referral_id')
      .innerJoin('act', 'act.seq', 'r.recorded_by')
      .select('open.stay_id')
      .select(({ fn }) => fn.min('act.recorded_at').as('at'))
      .where('open.stay_id', 'in', stayIds)
      .where('open.superseded_by', 'is', null)
      .where('open.cancelled_at', 'is', null)
      .groupBy('open.stay_id')
      .execute();
  }
  // The tables share these columns; one of them stands for all in the types.
  return db
    .selectFrom(`${evidence as 'stay_period'} as f`)
    .innerJoin('act', 'act.seq', 'f.recorded_by')
    .select('f.stay_id')
    .select(({ fn }) => fn.max('act.recorded_at').as('at'))
    .where('f.stay_id', 'in', stayIds)
    .where('f.superseded_by', 'is', null)
    .groupBy('f.stay_id')
    .execute();
}

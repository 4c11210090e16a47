import type { StayId } from '#shared/contract/values.ts';
import { type Instant, localOf, parseInstant, type TimeZone } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, Context, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { describe, sameResult } from './judge-lab-rows.ts';
import { cameBefore, type LabRowFact, requireQuarantined } from './lab-file-repository.ts';
import { readKnownStays } from './lab-knowledge.ts';
import type { KnownStay, Tube } from './lab-types.ts';
import { type ResultValue, readResult } from './read-result.ts';
import { insertResults, insertSamples, readTubes } from './sample-repository.ts';

/**
 * Gives a quarantined row to the stay that a person chose, with a reason; the bedside's sampling time holds unless
 * the person gives another. Refused where the barcode is somebody else's, where the sample would lie outside the
 * stay, where a later report is on record, where it would change a pool that others are in, and where the result
 * says nothing or contradicts itself: a reason does not make those true, the value has to be corrected.
 */
export const solveRow: CommandHandler<'tests.solveRow'> = async (tx, input, act, context) => {
  refuseUnless(act.reason.trim() !== '', 'reason-needed');
  const fact = await requireQuarantined(tx, input.labFileId, input.row);
  const barcode = (input.barcode ?? fact.barcode).toUpperCase();
  refuseUnless(barcode !== '', 'barcode-needed');
  const stay = (await readKnownStays(tx, [input.stayId])).get(input.stayId);
  refuseUnless(stay !== undefined, 'no-such-stay');
  const tube = (await readTubes(tx, [barcode])).get(barcode) ?? null;
  const pooled = tube && tube.members.length > 0 ? tube.pooled : input.pooled;
  await requireTubeOf(tx, barcode, tube, stay, pooled);
  const member = tube?.members.find(({ stayId }) => stayId === stay.stayId);
  const bedside = member?.byHand ? member.sampledAt : null;
  const at = parseInstant(input.sampledAt ?? '') ?? bedside ?? fact.sampled_at ?? member?.sampledAt ?? null;
  const sampledAt = requireWithin(stay, at, context);
  const value = requireResult(input.orf ?? fact.orf, input.n ?? fact.n, input.result ?? fact.result);
  // A report that claims to be from the future would not count before then: it is taken as one without a date.
  const reportedAt = fact.reported_at !== null && fact.reported_at > context.now ? null : fact.reported_at;
  const last = tube?.result ?? null;
  const adds = last === null || !sameResult(last.value, value);
  if (last !== null && adds)
    await requireReplaceable(tx, { ...fact, barcode, reported_at: reportedAt }, last, pooled, context);
  await supersede(tx, 'lab_row', fact.id, act.seq);
  await tx
    .insertInto('lab_row')
    .values({
      ...asBefore(fact),
      barcode,
      status: 'matched',
      stay_id: stay.stayId,
      sampled_at: sampledAt,
      recorded_by: act.seq,
    })
    .execute();
  if (member === undefined || member.sampledAt !== sampledAt)
    await insertSamples(
      tx,
      [{ barcode, stayId: stay.stayId, at: sampledAt, pooled, replaces: member?.sampleId ?? null }],
      act,
    );
  if (adds) {
    const from = { labFileId: input.labFileId, row: input.row };
    await insertResults(tx, [{ barcode, value, reportedAt, from, replaces: last?.id ?? null }], act);
  }
  act.touches('care', stay.stayId);
  act.touches('lab-file', input.labFileId);
  return { actId: act.id };
};

/** Sets a quarantined row aside, with a reason. */
export const rejectRow: CommandHandler<'tests.rejectRow'> = async (tx, input, act) => {
  refuseUnless(act.reason.trim() !== '', 'reason-needed');
  const fact = await requireQuarantined(tx, input.labFileId, input.row);
  await supersede(tx, 'lab_row', fact.id, act.seq);
  await tx
    .insertInto('lab_row')
    .values({ ...asBefore(fact), status: 'rejected', recorded_by: act.seq })
    .execute();
  act.touches('lab-file', input.labFileId);
  return { actId: act.id };
};

function asBefore({ id: _id, superseded_by: _s, restores: _r, ...columns }: LabRowFact) {
  return columns;
}

/**
 * A single tube has one person: whoever was sampled with it, or whose label it is. A labelled tube is no pool, and
 * who is in a pool that was scanned at the bedside was settled there.
 */
async function requireTubeOf(
  tx: Tx,
  barcode: string,
  tube: Tube | null,
  { stayId, name }: KnownStay,
  pooled: boolean,
): Promise<void> {
  if (tube === null) return;
  const others = tube.members.filter((member) => member.stayId !== stayId);
  const owner = [...(pooled ? [] : others), tube.label].find((one) => one && one.stayId !== stayId);
  if (owner)
    throw new Refusal('barcode-of-another', {
      barcode,
      name: owner.name,
      bed: await bedOf(tx, owner.stayId),
    });
  if (pooled && tube.label && tube.members.length === 0)
    throw new Refusal('pool-with-label', { barcode, name });
  const first = tube.members.find(({ byHand }) => byHand);
  if (first && others.length === tube.members.length)
    throw new Refusal('not-in-pool', { barcode, name, other: first.name });
}

/** What counts is not replaced by an older report, nor the result of several people by one row of one of them. */
async function requireReplaceable(
  tx: Tx,
  row: LabRowFact,
  last: NonNullable<Tube['result']>,
  pooled: boolean,
  { zone }: Context,
): Promise<void> {
  const { barcode } = row;
  const known = describe(last.value, last.reportedAt === null ? '' : shown(last.reportedAt, zone));
  const older =
    last.reportedAt !== null && row.reported_at !== null
      ? row.reported_at < last.reportedAt
      : last.id !== null && (await cameBefore(tx, row.lab_file_id, last.id));
  if (older) throw new Refusal('older-report', { barcode, known });
  if (pooled) throw new Refusal('pool-has-result', { barcode, known });
}

const shown = (moment: Instant, zone: TimeZone): string =>
  localOf(moment, zone).slice(0, 16).replace('T', ' ');

export async function bedOf(tx: Tx, stayId: StayId): Promise<string> {
  const bed = await tx
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .select('bed.code')
    .where('a.stay_id', '=', stayId)
    .where('a.superseded_by', 'is', null)
    .orderBy('a.from_at', 'desc')
    .executeTakeFirst();
  return bed?.code ?? '—';
}

function requireWithin(stay: KnownStay, at: Instant | null, { now, zone }: Context): Instant {
  if (at === null) throw new Refusal('sampling-time-needed');
  const local = (moment: Instant) => localOf(moment, zone);
  const params = { name: stay.name, at: local(at) };
  if (at > now) throw new Refusal('sampled-in-future', params);
  if (at < stay.from) throw new Refusal('sampled-before-arrival', { ...params, arrived: local(stay.from) });
  if (stay.to !== null && at > stay.to)
    throw new Refusal('sampled-after-leaving', { ...params, left: local(stay.to) });
  return at;
}

/** A result as it was typed or written; refused where it says nothing known, or contradicts itself. */
export function requireResult(orf: string, n: string, result: string): ResultValue {
  const reading = readResult({ orf, n, result });
  if (reading.ok) return reading.value;
  throw reading.why === 'unreadable'
    ? new Refusal('result-not-readable')
    : new Refusal('result-contradictory', { result: result || '—' });
}

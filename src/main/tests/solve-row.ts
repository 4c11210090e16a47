import type { StayId } from '#shared/contract/values.ts';
import { type Instant, localOf, parseInstant, type TimeZone } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, Context, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { sameResult } from './judge-lab-rows.ts';
import { type LabRowFact, requireQuarantined } from './lab-file-repository.ts';
import { readKnownStays } from './lab-knowledge.ts';
import type { KnownStay, Tube } from './lab-types.ts';
import { type ResultValue, readResult } from './read-result.ts';
import { insertResults, insertSamples, readTubes } from './sample-repository.ts';

/**
 * Gives a quarantined row to the stay that a person chose, with a reason. Refused where the barcode is somebody
 * else's, where the sample would lie outside the stay, and where the result says nothing or contradicts itself:
 * a reason does not make those true, the value has to be corrected.
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
  if (!pooled) await requireTubeOf(tx, barcode, tube, stay.stayId);
  const member = tube?.members.find(({ stayId }) => stayId === stay.stayId);
  const at = parseInstant(input.sampledAt ?? '') ?? fact.sampled_at ?? member?.sampledAt ?? null;
  const sampledAt = requireWithin(stay, at, context);
  const value = requireResult(input.orf ?? fact.orf, input.n ?? fact.n, input.result ?? fact.result);
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
  const last = tube?.result ?? null;
  if (last === null || !sameResult(last.value, value)) {
    const from = { labFileId: input.labFileId, row: input.row };
    await insertResults(
      tx,
      [{ barcode, value, reportedAt: fact.reported_at, from, replaces: last?.id ?? null }],
      act,
    );
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

/** A single tube has one person: whoever was sampled with it, or whose label it is. */
async function requireTubeOf(tx: Tx, barcode: string, tube: Tube | null, stayId: StayId): Promise<void> {
  const other = tube?.members.find((member) => member.stayId !== stayId) ?? tube?.label;
  if (!other || other.stayId === stayId) return;
  throw new Refusal('barcode-of-another', { barcode, name: other.name, bed: await bedOf(tx, other.stayId) });
}

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
  const shown = (moment: Instant, inZone: TimeZone) => localOf(moment, inZone);
  const params = { name: stay.name, at: shown(at, zone) };
  if (at > now) throw new Refusal('sampled-in-future', params);
  if (at < stay.from)
    throw new Refusal('sampled-before-arrival', { ...params, arrived: shown(stay.from, zone) });
  if (stay.to !== null && at > stay.to)
    throw new Refusal('sampled-after-leaving', { ...params, left: shown(stay.to, zone) });
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

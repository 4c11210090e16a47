import type { Found } from '#shared/contract/roll-calls.ts';
import type { ActId, BedId, RollCallId, StayId } from '#shared/contract/values.ts';
import { type Instant, localOf } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import { supersedeAll } from '../db/facts.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { type Mark, readMarks } from './mark-repository.ts';
import { readRegistered } from './read-findings.ts';
import { type RollCall, readWalk, requireRollCall } from './roll-call-repository.ts';

/**
 * Writes down what was seen, beside what was registered at that moment. The last mark of a bed counts: it takes the
 * place of the one before it, and of what was mended by that. Refused where the screen had not seen the one before it.
 */
export const markBeds: CommandHandler<'rollCalls.mark'> = async (tx, input, act, { zone }) => {
  const rollCall = await requireRollCall(tx, input.rollCallId);
  requireUnderWay(rollCall, act.happenedAt, (at) => localOf(at, zone));
  const walk = new Map((await readWalk(tx, rollCall)).map((bed) => [bed.id, bed.code]));
  const marks = await readMarks(tx, input.rollCallId);
  const seen = new Set<BedId>();
  for (const { bedId, found, over } of input.marks) {
    const code = walk.get(bedId);
    refuseUnless(code !== undefined, 'bed-not-in-roll-call', () => ({ bed: bedId }));
    refuseUnless(!seen.has(bedId), 'same-bed-twice', () => ({ bed: code }));
    seen.add(bedId);
    if (over !== undefined) requireSeen(code, marks.get(bedId), over);
    if (found.kind === 'stranger') refuseUnless(found.name.trim() !== '', 'stranger-unnamed');
  }
  await requirePresent(tx, foundStays(input.marks), act.happenedAt);
  const late = act.happenedAt < act.recordedAt;
  const registered = await readRegistered(tx, late ? { at: act.happenedAt, knownBy: null } : null);
  await forget(tx, input.rollCallId, [...seen], act.seq);
  for (const some of inChunks(input.marks, 200)) {
    await tx
      .insertInto('roll_call_mark')
      .values(
        some.map(({ bedId, found }) => ({
          ...{ roll_call_id: input.rollCallId, bed_id: bedId, found: found.kind },
          expected_stay: registered.stayIn.get(bedId) ?? null,
          found_stay: found.kind === 'stay' ? found.stayId : null,
          found_stay_bed: found.kind === 'stay' ? (registered.bedOf.get(found.stayId) ?? null) : null,
          name: found.kind === 'stranger' ? found.name.trim() : '',
          sex: found.kind === 'stranger' ? found.sex : ('unknown' as const),
          ...{ marked_at: act.happenedAt, recorded_by: act.seq },
        })),
      )
      .execute();
  }
  act.touches('roll-call', input.rollCallId);
  return { actId: act.id };
};

function requireSeen(bed: string, mark: Mark | undefined, over: ActId | null): void {
  if (mark && mark.actId !== over) throw new Refusal('stale', { name: bed, who: mark.who, what: mark.what });
}

/** A mark belongs between the beginning and the end. */
export function requireUnderWay(rollCall: RollCall, at: Instant, tell: (at: Instant) => string): void {
  const { closed_at, begun_at } = rollCall;
  refuseUnless(closed_at === null, 'roll-call-closed', () => ({
    at: closed_at === null ? '' : tell(closed_at),
  }));
  refuseUnless(at >= begun_at, 'before-roll-call', () => ({ begun: tell(begun_at), at: tell(at) }));
}

const foundStays = (marks: readonly { found: Found }[]): StayId[] => [
  ...new Set(marks.flatMap(({ found }) => (found.kind === 'stay' ? [found.stayId] : []))),
];

/** Whoever has left is not found here as a patient: that is a stranger, with a name. */
async function requirePresent(tx: Tx, stayIds: readonly StayId[], at: Instant): Promise<void> {
  for (const some of inChunks(stayIds, 500)) {
    const rows = await tx
      .selectFrom('stay')
      .innerJoin('person', 'person.id', 'stay.person_id')
      .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
      .select(['stay.id', 'person.name', 'p.from_at', 'p.to_at'])
      .where('stay.id', 'in', some)
      .where('p.superseded_by', 'is', null)
      .execute();
    refuseUnless(rows.length === some.length, 'no-such-stay');
    const gone = rows.find(({ from_at, to_at }) => from_at > at || (to_at !== null && to_at <= at));
    refuseUnless(gone === undefined, 'not-in-house', () => ({ name: gone?.name ?? '' }));
  }
}

async function forget(tx: Tx, rollCallId: RollCallId, bedIds: readonly BedId[], seq: number): Promise<void> {
  for (const table of ['roll_call_mark', 'roll_call_mend'] as const) {
    for (const some of inChunks(bedIds, 500)) {
      const rows = await tx
        .selectFrom(table)
        .select('id')
        .where('roll_call_id', '=', rollCallId)
        .where('bed_id', 'in', some)
        .where('superseded_by', 'is', null)
        .execute();
      await supersedeAll(
        tx,
        table,
        rows.map(({ id }) => id),
        seq,
      );
    }
  }
}

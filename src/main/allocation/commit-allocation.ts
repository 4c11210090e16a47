import { isOverridable } from '#shared/contract/allocation-reasons.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { type Bed, requireBed, requireBedFree } from '../beds/bed-repository.ts';
import type { CommandHandler, Context, Reads, Tx } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireStay, type StayNow } from '../stays/stay-repository.ts';
import { requireInHouse } from '../stays/stay-rules.ts';
import { allocate } from './allocate-rules.ts';
import type { Occupant } from './allocation-types.ts';
import { checkPlacement } from './check-placement-rules.ts';
import { takeBed } from './place-in.ts';
import { readWaiting } from './propose-beds.ts';
import { personOf, readSituation } from './situation-repository.ts';

/** Gives all the beds of a proposal at once, or none. */
export const commitAllocation: CommandHandler<'allocation.commit'> = async (tx, input, act, context) => {
  if (act.reason === '') await requireRules(tx, input.placements, context);
  const from = input.from === 'act' ? { at: act.happenedAt } : { notBefore: null };
  const seen = new Set<string>();
  for (const { stayId, expectedVersion } of input.placements) {
    const stay = await requireStay(tx, stayId, expectedVersion);
    refuseUnless(!seen.has(stayId), 'same-stay-twice', () => ({ name: stay.name }));
    seen.add(stayId);
  }
  await placeTogether(tx, input.placements, from, act, context);
  return { actId: act.id, placed: input.placements.length };
};

/** Gives the beds of a proposal that has been judged, one after the other. */
export async function placeTogether(
  tx: Tx,
  placements: readonly { stayId: StayId; bedId: BedId }[],
  from: From,
  act: Act,
  context: Context,
): Promise<void> {
  const { length: total } = placements;
  for (const [done, { stayId, bedId }] of placements.entries()) {
    await place(tx, await requireStay(tx, stayId), bedId, from, act, context);
    if (done % 50 === 49) context.progress({ step: 'placing', done: done + 1, total });
  }
}

/**
 * A proposal may have been changed by hand, so it is judged by the same rules as a single bed given by hand,
 * everybody beside everybody else of it. Those of `overridden` have been looked at, and go by a reason.
 */
export async function requireRules(
  tx: Tx,
  placements: readonly { stayId: StayId; bedId: BedId }[],
  { now, zone }: Pick<Context, 'now' | 'zone'>,
  overridden: ReadonlySet<StayId> = new Set(),
): Promise<void> {
  const bedOf = new Map(placements.map(({ stayId, bedId }) => [stayId, bedId]));
  const waiting = await readWaiting(tx, [...bedOf.keys()], now, zone);
  const people = waiting.map((row) => ({ ...personOf(row), currentBedId: null }));
  const situation = await readSituation(tx, now, zone);
  const placed = people.flatMap((person): Occupant[] => {
    const bedId = bedOf.get(person.stayId);
    return bedId ? [{ ...person, bedId }] : [];
  });
  const occupants = [...situation.occupants, ...placed];
  for (const { bedId, stayId, name } of placed) {
    const person = people.find((one) => one.stayId === stayId);
    if (!person || overridden.has(stayId)) continue;
    const { refusals } = checkPlacement(person, bedId, { ...situation, occupants });
    const against = refusals.find(isOverridable);
    const bed = situation.beds.find((one) => one.bedId === bedId)?.code ?? '';
    if (against)
      throw new Refusal('bed-not-allowed', { ...against.params, name, bed, problem: against.code, stayId });
  }
}

/** Proposes for everybody who waits and commits it in the same transaction: nothing can come in between. */
export const runAllocation: CommandHandler<'allocation.run'> = async (tx, input, act, context) => {
  const { now, zone } = context;
  const waiting = await readWaiting(tx, null, now, zone);
  const situation = await readSituation(tx, now, zone);
  context.progress({ step: 'proposing', done: 0, total: waiting.length });
  const { placed, unplaced } = allocate({ ...situation, people: waiting.map(personOf), fixed: [] });
  if (input.dryRun || placed.length === 0) {
    throw new NothingRecorded({ actId: null, placed: placed.length, unplaced });
  }
  for (const [done, { stayId, bedId }] of placed.entries()) {
    await place(tx, await requireStay(tx, stayId), bedId, { notBefore: input.at ?? null }, act, context);
    if (done % 50 === 49) context.progress({ step: 'placing', done: done + 1, total: placed.length });
  }
  return { actId: act.id, placed: placed.length, unplaced };
};

/** At one moment; or as early as could be (arrival, the bed clean), but not before a time given. */
type From = { at: Instant } | { notBefore: Instant | null };

async function place(
  tx: Tx,
  stay: StayNow,
  bedId: BedId,
  from: From,
  act: Act,
  { now, zone }: Pick<Context, 'now' | 'zone'>,
): Promise<void> {
  requireInHouse(stay);
  refuseUnless(stay.assignment === null, 'has-bed', () => ({
    name: stay.name,
    bed: stay.assignment?.code ?? '',
  }));
  const bed = await requireBed(tx, bedId);
  const earliest = await earliestFor(tx, stay, bed);
  const at = 'at' in from ? from.at : later(earliest, from.notBefore);
  if (at < stay.period.from_at) throw tooEarly(stay, at, zone);
  if (at > now) throw new Refusal('in-future', { at: localOf(at, zone) });
  await requireBedFree(tx, bed, at, zone, stay.stayId);
  await takeBed(tx, stay, bed, at, act);
}

const later = (one: Instant, other: Instant | null): Instant => (other !== null && other > one ? other : one);

const tooEarly = (stay: StayNow, at: Instant, zone: TimeZone): Refusal =>
  new Refusal('before-arrival', {
    name: stay.name,
    arrived: localOf(stay.period.from_at, zone),
    at: localOf(at, zone),
  });

/** The arrival, the end of the stay's last bed, or the end of what the bed was used for: the latest of them. */
async function earliestFor(db: Reads, stay: StayNow, bed: Bed): Promise<Instant> {
  const { used } = await db
    .selectFrom('bed_assignment')
    .select(({ fn }) => fn.max('to_at').as('used'))
    .where('bed_id', '=', bed.id)
    .where('superseded_by', 'is', null)
    .executeTakeFirstOrThrow();
  const { cleaned } = await db
    .selectFrom('disinfection')
    .select(({ fn }) => fn.max('to_at').as('cleaned'))
    .where('bed_id', '=', bed.id)
    .where('superseded_by', 'is', null)
    .executeTakeFirstOrThrow();
  const times = [stay.period.from_at, stay.lastBedUntil, used, cleaned].filter(
    (time): time is Instant => time !== null,
  );
  return times.reduce((latest, time) => (time > latest ? time : latest), stay.period.from_at);
}

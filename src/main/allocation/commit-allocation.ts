import type { BedId } from '#shared/contract/values.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { type Bed, requireBed, requireBedFree } from '../beds/bed-repository.ts';
import type { CommandHandler, Context, Reads, Tx } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireStay, type StayNow } from '../stays/stay-repository.ts';
import { requireInHouse } from '../stays/stay-rules.ts';
import { allocate } from './allocate-rules.ts';
import { takeBed } from './place-in.ts';
import { readWaiting } from './propose-beds.ts';
import { personOf, readSituation } from './situation-repository.ts';

/** Gives all the beds of a proposal at once, or none. */
export const commitAllocation: CommandHandler<'allocation.commit'> = async (tx, input, act, context) => {
  const seen = new Set<string>();
  const { length: total } = input.placements;
  for (const [done, { stayId, bedId, expectedVersion }] of input.placements.entries()) {
    const stay = await requireStay(tx, stayId, expectedVersion);
    refuseUnless(!seen.has(stayId), 'same-stay-twice', () => ({ name: stay.name }));
    seen.add(stayId);
    await place(tx, stay, bedId, input.from === 'act' ? act.happenedAt : null, act, context);
    if (done % 50 === 49) context.progress({ step: 'placing', done: done + 1, total });
  }
  return { actId: act.id, placed: total };
};

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
    await place(tx, await requireStay(tx, stayId), bedId, input.at ?? null, act, context);
    if (done % 50 === 49) context.progress({ step: 'placing', done: done + 1, total: placed.length });
  }
  return { actId: act.id, placed: placed.length, unplaced };
};

/** `from` null: from the arrival, or from when the bed could first be had if that is later. */
async function place(
  tx: Tx,
  stay: StayNow,
  bedId: BedId,
  from: Instant | null,
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
  const at = from ?? earliest;
  if (at < stay.period.from_at) throw tooEarly(stay, at, zone);
  if (at > now) throw new Refusal('in-future', { at: localOf(at, zone) });
  await requireBedFree(tx, bed, at, zone, stay.stayId);
  await takeBed(tx, stay, bed, at, act);
}

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
